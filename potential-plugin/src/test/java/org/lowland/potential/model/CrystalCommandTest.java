package org.lowland.potential.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.Lowland;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;
import org.lowland.io.format.XyzWriter;
import org.lowland.potential.command.CommandTest;
import org.lowland.test.Structures;
import org.lowland.test.Transformations;

/** A molecular crystal on the command line, whose cell stays as it is. */
class CrystalCommandTest extends CommandTest {
    @TempDir
    Path folder;

    @Test
    void relaxesTheAtomsInTheirCell() {
        AtomicSystem crystal = Transformations.rattled(Structures.urea(), 0.05, 3);
        Path in = folder.resolve("urea.xyz");
        try (XyzWriter writer = XyzWriter.create(in)) {
            writer.write(LabelledFrame.of(crystal));
            writer.commit();
        }
        Path relaxed = folder.resolve("relaxed.xyz");
        assertThat(run("optimize", in, "-o", relaxed, "--fmax", "0.05", "--json", "-"))
                .as(err)
                .isZero();
        assertThat(out).contains("\"converged\":true", "\"potential\":\"organic\"");
        try (XyzReader reader = XyzReader.open(relaxed);
                Potential organic = Lowland.potential(BackendSpec.parse("organic"))) {
            AtomicSystem after = reader.next().system();
            double[] cell = crystal.cell().orElseThrow().vectors();
            assertThat(after.cell().orElseThrow().vectors()).containsExactly(cell, within(1e-9));
            assertThat(organic.evaluate(after).energy())
                    .isLessThan(organic.evaluate(crystal).energy() - 0.1);
            assertThat(organic.evaluate(after).stress()).isPresent();
        }
    }
}
