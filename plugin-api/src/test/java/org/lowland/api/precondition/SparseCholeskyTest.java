package org.lowland.api.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Torsion;

class SparseCholeskyTest {

    /** Springs between random pairs and triples, as in a molecule with rings. */
    private static StiffnessMatrix matrix(boolean[] fixed, Random random) {
        StiffnessMatrix matrix = new StiffnessMatrix(fixed, 0.3);
        for (int k = 0; k < 2 * fixed.length; k++) {
            int i = random.nextInt(fixed.length);
            int[] atoms = {i, (i + 1) % fixed.length, (i + 2 + random.nextInt(3)) % fixed.length};
            matrix.add(
                    1 + 30 * random.nextDouble(),
                    atoms,
                    random.doubles(9, -1, 1).toArray());
        }
        return matrix;
    }

    private static double[] times(StiffnessMatrix matrix, double[] x) {
        double[] product = new double[x.length];
        for (int atom = 0; atom < matrix.size(); atom++) {
            int at = atom;
            matrix.row(atom).forEach((other, block) -> {
                for (int k = 0; k < 9; k++) {
                    product[3 * at + k / 3] += block[k] * x[3 * other + k % 3];
                }
            });
        }
        return product;
    }

    @Test
    void invertsTheMatrix() {
        for (int seed = 0; seed < 20; seed++) {
            boolean[] fixed = new boolean[10 + seed];
            double[] wanted = new Random(seed).doubles(3L * fixed.length, -1, 1).toArray();
            double[] forces = times(matrix(fixed, new Random(seed)), wanted);

            double[] found =
                    SparseCholesky.of(matrix(fixed, new Random(seed)), fixed).solve(forces);

            assertThat(found).as("seed %s", seed).containsExactly(wanted, within(1e-9));
        }
    }

    @Test
    void leavesFixedAtomsOut() {
        boolean[] fixed = new boolean[12];
        fixed[2] = true;
        fixed[7] = true;
        double[] wanted = new Random(1).doubles(36, -1, 1).toArray();
        Arrays.fill(wanted, 6, 9, 0);
        Arrays.fill(wanted, 21, 24, 0);
        double[] forces = times(matrix(fixed, new Random(2)), wanted);
        forces[6] = 5;

        double[] found = SparseCholesky.of(matrix(fixed, new Random(2)), fixed).solve(forces);

        assertThat(found).containsExactly(wanted, within(1e-9));
    }

    /** Each atom hands its rounding on to the next; unless both halves of the matrix stay equal, it grows on the way. */
    @Test
    void keepsItsDigitsAlongAChain() {
        int atoms = 1000;
        double[] zigzag = new double[3 * atoms];
        for (int k = 0; k < atoms; k++) {
            zigzag[3 * k] = 1.25 * k;
            zigzag[3 * k + 1] = 0.4 * (k % 2);
        }
        double[] wanted = new Random(1).doubles(3L * atoms, -1, 1).toArray();
        double[] forces = times(chain(zigzag), wanted);

        double[] found = SparseCholesky.of(chain(zigzag), new boolean[atoms]).solve(forces);

        assertThat(found).containsExactly(wanted, within(1e-8));
    }

    private static StiffnessMatrix chain(double[] positions) {
        int atoms = positions.length / 3;
        StiffnessMatrix matrix = new StiffnessMatrix(new boolean[atoms], 0.1);
        for (int k = 0; k + 1 < atoms; k++) {
            add(matrix, 30, new Distance(k, k + 1), positions);
            if (k + 2 < atoms) {
                add(matrix, 5, new Angle(k, k + 1, k + 2), positions);
            }
            if (k + 3 < atoms) {
                add(matrix, 0.3, new Torsion(k, k + 1, k + 2, k + 3), positions);
            }
        }
        return matrix;
    }

    private static void add(StiffnessMatrix matrix, double constant, Primitive coordinate, double[] positions) {
        double[] gradient = new double[12];
        coordinate.evaluate(positions, gradient);
        matrix.add(constant, coordinate.atoms(), gradient);
    }
}
