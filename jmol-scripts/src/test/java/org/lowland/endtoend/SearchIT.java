package org.lowland.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lowland.endtoend.Distribution.json;
import static org.lowland.endtoend.Distribution.lowland;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.launcher.Command.Outcome;

class SearchIT {
    /** The icosahedron of 13 Lennard-Jones atoms: Hoare and Pal, Adv. Phys. 20, 161 (1971). */
    private static final double ICOSAHEDRON = -44.326801;

    @TempDir
    Path folder;

    @Test
    void basinHoppingFindsTheIcosahedronFromRandomStarts() throws Exception {
        Random random = new Random(13);
        StringBuilder text = new StringBuilder("13\nrandom\n");
        for (int atom = 0; atom < 13; atom++) {
            text.append(String.format(
                    Locale.ROOT,
                    "Ar %.6f %.6f %.6f%n",
                    3.0 * random.nextDouble(),
                    3.0 * random.nextDouble(),
                    3.0 * random.nextDouble()));
        }
        Path start = Files.writeString(folder.resolve("start.xyz"), text);

        Outcome outcome = lowland(
                folder,
                "optimize",
                start,
                "-o",
                folder.resolve("best.xyz"),
                "--potential",
                "lj",
                "--optimizer",
                "basin-hopping",
                "--evaluations",
                20000,
                "--seeds",
                3,
                "--json",
                "-");

        List<JsonNode> lines = json(outcome.out());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(line.get("energy_eV").asDouble())
                    .as(line.toString())
                    .isBetween(ICOSAHEDRON - 1e-4, ICOSAHEDRON + 1e-4);
            assertThat(line.get("evaluations").asLong()).isLessThanOrEqualTo(20000);
        });
    }
}
