package org.lowland.io.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LimitedTextTest {
    private static final long SEED = 3;

    /** Hands out a few characters at a time, as a slow stream does. */
    private static final class Trickle extends Reader {
        private final Reader text;
        private final Random random;

        private Trickle(String text, Random random) {
            this.text = new StringReader(text);
            this.random = random;
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return text.read(target, offset, Math.min(length, 1 + random.nextInt(5)));
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void readsLinesAsBufferedReaderDoes() throws IOException {
        Random random = new Random(SEED);
        for (int trial = 0; trial < 2000; trial++) {
            StringBuilder made = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                made.append("ab\n\r".charAt(random.nextInt(4)));
            }
            String text = made.toString();
            assertThat(lines(new LimitedText(new Trickle(text, random), Limits.standard())))
                    .as(
                            "seed %d, trial %d: %s",
                            SEED, trial, text.replace("\n", "\\n").replace("\r", "\\r"))
                    .isEqualTo(lines(new BufferedReader(new StringReader(text))));
        }
    }

    @Test
    void goesBackToAMark() throws IOException {
        String text = "0123456789".repeat(20_000) + "\nsecond\n";
        LimitedText limited = new LimitedText(new StringReader(text), Limits.standard());
        limited.mark(100_001);
        char[] front = new char[100_000];
        int read = 0;
        while (read < front.length) {
            read += limited.read(front, read, front.length - read);
        }
        assertThat(new String(front)).isEqualTo(text.substring(0, 100_000));
        limited.reset();
        assertThat(lines(limited)).containsExactly(text.substring(0, 200_000), "second");
    }

    @Test
    void refusesLongLinesAndRecords() throws IOException {
        Limits limits = Limits.standard().withLine(10).withRecord(200);
        LimitedText text = new LimitedText(new StringReader("0123456789\n01234567890\n"), limits);
        assertThat(text.readLine()).hasSize(10);
        assertThatThrownBy(text::readLine)
                .isInstanceOf(LimitException.class)
                .hasMessage("line 2 is longer than the limit of 10 characters; where that is right, raise it with"
                        + " --max-line");

        LimitedText records = new LimitedText(new StringReader("x\n".repeat(20)), limits);
        for (int line = 0; line < 8; line++) {
            records.nextRecord();
            assertThat(records.readLine()).isEqualTo("x");
        }
        assertThatThrownBy(() -> lines(records))
                .isInstanceOf(LimitException.class)
                .hasMessageContaining("is larger than the limit of 200 characters")
                .hasMessageContaining("--max-record");
    }

    private static List<String> lines(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }
}
