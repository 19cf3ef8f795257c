package org.lowland.rl.benchmark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/**
 * Reads the structures that StriderNET starts from (V. Bihani et al., ICML 2023), where they lie beside the checkout:
 * NumPy arrays of positions, frame by frame.
 */
public final class PublishedStarts {
    private static final Path FOLDER = Path.of("../../shared/data/stridernet");

    private PublishedStarts() {}

    /** {@return whether the files are there} */
    public static boolean arePresent() {
        return Files.exists(FOLDER);
    }

    /**
     * A frame of the liquid of 100 Kob-Andersen particles at density 1.2; skips the test when it is not there.
     *
     * @param frame from 0 to 399
     * @return the frame in its box
     * @throws IOException when it cannot be read
     */
    public static AtomicSystem liquid(int frame) throws IOException {
        ByteBuffer species = array("species.npy");
        int[] elements = new int[100];
        for (int atom = 0; atom < elements.length; atom++) {
            elements[atom] = species.getInt(species.position() + 4 * atom) == 0 ? 28 : 15;
        }
        return frame("DatasetLJ100_3D_Pos.npy", frame, elements, Math.cbrt(100 / 1.2));
    }

    /**
     * A frame of the gel of 152 particles of calcium silicate hydrate; skips the test when it is not there.
     *
     * @param frame from 0 to 99
     * @return the frame in its box
     * @throws IOException when it cannot be read
     */
    public static AtomicSystem gel(int frame) throws IOException {
        int[] elements = new int[152];
        Arrays.fill(elements, 20);
        return frame("CSH_Starting_Traj.npy", frame, elements, 300);
    }

    private static AtomicSystem frame(String file, int frame, int[] elements, double edge) throws IOException {
        ByteBuffer coordinates = array(file);
        double[] positions = new double[3 * elements.length];
        for (int k = 0; k < positions.length; k++) {
            positions[k] = coordinates.getDouble(coordinates.position() + 8 * (positions.length * frame + k));
        }
        return AtomicSystem.builder(elements, positions)
                .cell(Cell.orthorhombic(edge, edge, edge))
                .build();
    }

    /** The numbers of a little-endian file of format 1, from the buffer's position on. */
    private static ByteBuffer array(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "the published structures are not there: " + file);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(8);
        String description = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
        if (!description.contains("'<f8'") && !description.contains("'<i4'")
                || description.contains("'fortran_order': True")) {
            throw new IOException(file + " holds other numbers: " + description);
        }
        return bytes.position(10 + header);
    }
}
