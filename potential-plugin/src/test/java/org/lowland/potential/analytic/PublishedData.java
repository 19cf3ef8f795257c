package org.lowland.potential.analytic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** Reads the published structures that lie beside the checkout, where they do. */
final class PublishedData {
    private static final Path FOLDER = Path.of("../../shared/data");

    private PublishedData() {}

    /** A Lennard-Jones minimum of the Cambridge Cluster Database; skips the test when it is not there. */
    static AtomicSystem cluster(int atoms) throws IOException {
        List<String> lines = Files.readAllLines(present("lj_clusters/LJ" + atoms + ".xyz"));
        int[] elements = new int[atoms];
        double[] positions = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            String[] fields = lines.get(2 + atom).strip().split("\\s+");
            elements[atom] = 18;
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * atom + axis] = Double.parseDouble(fields[1 + axis]);
            }
        }
        return AtomicSystem.of(elements, positions);
    }

    /** A frame of the liquid of 100 Kob-Andersen particles at density 1.2 that StriderNET starts from. */
    static AtomicSystem liquid(int frame) throws IOException {
        ByteBuffer species = array(present("stridernet/species.npy"));
        ByteBuffer coordinates = array(present("stridernet/DatasetLJ100_3D_Pos.npy"));
        int[] elements = new int[100];
        double[] positions = new double[300];
        for (int atom = 0; atom < 100; atom++) {
            elements[atom] = species.getInt(species.position() + 4 * atom) == 0 ? 28 : 15;
        }
        for (int k = 0; k < 300; k++) {
            positions[k] = coordinates.getDouble(coordinates.position() + 8 * (300 * frame + k));
        }
        double edge = Math.cbrt(100 / 1.2);
        return AtomicSystem.builder(elements, positions)
                .cell(Cell.orthorhombic(edge, edge, edge))
                .build();
    }

    /** A frame of the gel of 152 particles in a box of 300 Å that StriderNET starts from. */
    static AtomicSystem gel(int frame) throws IOException {
        ByteBuffer coordinates = array(present("stridernet/CSH_Starting_Traj.npy"));
        int[] elements = new int[152];
        Arrays.fill(elements, 20);
        double[] positions = new double[3 * elements.length];
        for (int k = 0; k < positions.length; k++) {
            positions[k] = coordinates.getDouble(coordinates.position() + 8 * (positions.length * frame + k));
        }
        return AtomicSystem.builder(elements, positions)
                .cell(Cell.orthorhombic(300, 300, 300))
                .build();
    }

    /** The numbers of a little-endian npy file of format 1, from the buffer's position on. */
    private static ByteBuffer array(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(8);
        String description = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
        if (!description.contains("'<f8'") && !description.contains("'<i4'")
                || description.contains("'fortran_order': True")) {
            throw new IOException(file + " holds other numbers: " + description);
        }
        return bytes.position(10 + header);
    }

    private static Path present(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "the published structures are not there: " + file);
        return file;
    }
}
