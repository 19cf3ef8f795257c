package org.lowland.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.format.SdfReader;

/** Records for tests. */
final class Sdf {
    static final String WATER =
            """
            water
              test              3D

              3  2  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.1173 O   0  0
                0.0000    0.9572   -0.4692 H   0  0
                0.0000   -0.7572   -0.4692 H   0  0
              1  2  1  0
              1  3  1  0
            M  END
            >  <melting point>
            273.15

            $$$$
            """;

    /** 1-chloro-1-fluoroethane, whose first carbon is a stereo centre. */
    static final String CHIRAL =
            """
            chiral
              test              3D

              8  7  0  0  1  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 C   0  0
                0.6300    0.6300    0.6300 H   0  0
                1.0100   -1.0100   -1.0100 Cl  0  0
               -0.7900    0.7900   -0.7900 F   0  0
               -0.9000   -0.9000    0.9000 C   0  0
               -1.5300   -0.2700    1.5300 H   0  0
               -1.5300   -1.5300    0.2700 H   0  0
               -0.2700   -1.5300    1.5300 H   0  0
              1  2  1  0
              1  3  1  0
              1  4  1  0
              1  5  1  0
              5  6  1  0
              5  7  1  0
              5  8  1  0
            M  END
            $$$$
            """;

    private Sdf() {}

    static Path write(Path file, String... records) {
        try {
            return Files.writeString(file, String.join("", records));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String titled(String record, String title) {
        return title + record.substring(record.indexOf('\n'));
    }

    static String canonical(Path file) {
        try (SdfReader reader = SdfReader.open(file)) {
            return Smiles.canonical(reader.next().molecule());
        }
    }
}
