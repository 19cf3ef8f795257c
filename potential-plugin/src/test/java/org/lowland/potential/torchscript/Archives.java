package org.lowland.potential.torchscript;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.NeighborList;
import org.lowland.test.Structures;
import org.lowland.test.Transformations;

/** The archives that src/test/python/export_models.py has written, and what they compute. */
final class Archives {
    static final double CUTOFF = 3.0;

    private Archives() {}

    static Path file(String name) {
        try {
            return Path.of(Archives.class.getResource(name).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Potential potential(String name, String... options) {
        return potential(file(name), options);
    }

    /** @param options names and values in turn */
    static Potential potential(Path path, String... options) {
        PotentialProvider provider = Providers.potentials().get("torchscript");
        Map<String, String> typed = new HashMap<>();
        typed.put("path", path.toString());
        for (int k = 0; k < options.length; k += 2) {
            typed.put(options[k], options[k + 1]);
        }
        return provider.create(Options.parse(provider, typed));
    }

    static AtomicSystem cluster() {
        return Transformations.rattled(Structures.icosahedron(), 0.05, 1);
    }

    static AtomicSystem trimer() {
        return AtomicSystem.of(new int[] {18, 18, 18}, new double[] {0, 0, 0, 0.3, 1.0, 0, -0.2, 0.1, 1.1});
    }

    /** Argon in a sheared cell narrower than twice the cutoff. */
    static AtomicSystem crystal() {
        double edge = 1.6;
        double half = edge / 2;
        AtomicSystem cube = AtomicSystem.builder(
                        new int[] {18, 18, 18, 18},
                        new double[] {0, 0, 0, half, half, 0.05, half, -0.07, half, 0.03, half, half})
                .cell(Cell.orthorhombic(edge, edge, edge))
                .build();
        return Transformations.rotated(cube, new double[] {1, 0.1, 0, 0, 1.05, 0.1, 0, -0.1, 0.95});
    }

    /** Energy in eV, then the forces in eV/Å, by the closed formula. */
    static double[] lennardJones(AtomicSystem system) {
        double[] result = new double[1 + 3 * system.size()];
        NeighborList pairs = NeighborList.allImages(system, CUTOFF);
        for (int p = 0; p < pairs.size(); p++) {
            double d = Math.sqrt(pairs.squaredDistance(p));
            double x = d / CUTOFF;
            double fade = Math.pow(1 - x * x, 3);
            double s = Math.pow(d, -6);
            result[0] += 4 * (s * s - s) * fade;
            double slope =
                    4 * (6 * s - 12 * s * s) / d * fade - 4 * (s * s - s) * 6 * x / CUTOFF * Math.pow(1 - x * x, 2);
            double[] r = {pairs.x(p), pairs.y(p), pairs.z(p)};
            for (int axis = 0; axis < 3; axis++) {
                result[1 + 3 * pairs.first(p) + axis] += slope * r[axis] / d;
                result[1 + 3 * pairs.second(p) + axis] -= slope * r[axis] / d;
            }
        }
        return result;
    }
}
