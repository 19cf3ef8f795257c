package org.lowland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.io.format.XyzReader;

/** A stream of any length is worked through in constant memory, with every output, in its order. */
class ManyRecordsTest {
    private static final int COUNT = 50_000;

    @TempDir
    Path folder;

    @Test
    void fiftyThousandRecordsFitIntoASmallHeap() throws Exception {
        ManyRecords.Run run = ManyRecords.run(folder, COUNT);

        assertThat(run.code()).as(run.errors()).isEqualTo(4);
        assertThat(run.errors()).contains("50000 structures: 49950 converged").contains("50 failed");
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve("out.json"))) {
            for (int index = 1; index <= COUNT; index++) {
                assertThat(mapper.readTree(lines.readLine()).get("index").intValue())
                        .isEqualTo(index);
            }
        }
        int next = 1;
        try (XyzReader reader = XyzReader.open(folder.resolve("out.xyz.gz"))) {
            while (reader.hasNext()) {
                next += next % 1000 == 0 ? 1 : 0;
                assertThat(reader.next().title()).isEqualTo("pair" + next);
                next++;
            }
        }
        assertThat(next).isEqualTo(COUNT);
        assertThat(Files.readString(folder.resolve("report.html"))).contains("45,000 more are counted above");
    }
}
