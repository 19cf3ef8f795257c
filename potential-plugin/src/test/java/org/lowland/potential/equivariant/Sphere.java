package org.lowland.potential.equivariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Quadrature over the sphere, exact for polynomials up to degree 23, and random directions and rotations. */
final class Sphere {
    private static final int NODES = 12;

    private record Node(double[] direction, double weight) {}

    private static final List<Node> GRID = grid();

    private Sphere() {}

    private static List<Node> grid() {
        GaussIntegrator legendre = new GaussIntegratorFactory().legendre(NODES, -1, 1);
        List<Node> grid = new ArrayList<>();
        for (int k = 0; k < NODES; k++) {
            // The polar axis is x here, another one than that of the harmonics.
            double x = legendre.getPoint(k);
            double ring = Math.sqrt(1 - x * x);
            for (int turn = 0; turn < 2 * NODES; turn++) {
                double angle = (turn + 0.3) * Math.PI / NODES;
                double[] direction = {x, ring * Math.cos(angle), ring * Math.sin(angle)};
                grid.add(new Node(direction, legendre.getWeight(k) * Math.PI / NODES));
            }
        }
        return grid;
    }

    /** The integral over the whole sphere. */
    static double integral(ToDoubleFunction<double[]> function) {
        return GRID.stream()
                .mapToDouble(node -> node.weight() * function.applyAsDouble(node.direction()))
                .sum();
    }

    static double[] direction(Random random) {
        double[] v = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double length = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
        return new double[] {v[0] / length, v[1] / length, v[2] / length};
    }

    /** A rotation from a random quaternion, with an inversion if wanted. */
    static double[][] orthogonal(Random random, boolean inversion) {
        double[] q = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        double square = q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3];
        double s = 2 / square;
        double[][] matrix = {
            {1 - s * (q[2] * q[2] + q[3] * q[3]), s * (q[1] * q[2] - q[0] * q[3]), s * (q[1] * q[3] + q[0] * q[2])},
            {s * (q[1] * q[2] + q[0] * q[3]), 1 - s * (q[1] * q[1] + q[3] * q[3]), s * (q[2] * q[3] - q[0] * q[1])},
            {s * (q[1] * q[3] - q[0] * q[2]), s * (q[2] * q[3] + q[0] * q[1]), 1 - s * (q[1] * q[1] + q[2] * q[2])}
        };
        if (inversion) {
            for (double[] row : matrix) {
                for (int column = 0; column < 3; column++) {
                    row[column] = -row[column];
                }
            }
        }
        return matrix;
    }

    static double[] apply(double[][] matrix, double[] vector) {
        double[] result = new double[matrix.length];
        for (int row = 0; row < result.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                result[row] += matrix[row][column] * vector[column];
            }
        }
        return result;
    }

    /** A feature turned by an orthogonal matrix. */
    static double[] turn(Irreps irreps, double[][] orthogonal, double[] x) {
        double[] turned = new double[x.length];
        int begin = 0;
        for (Irreps.Term term : irreps.terms()) {
            double[][] d = WignerD.of(term.irrep(), orthogonal);
            for (int u = 0; u < term.count(); u++, begin += d.length) {
                double[] part = new double[d.length];
                System.arraycopy(x, begin, part, 0, d.length);
                System.arraycopy(apply(d, part), 0, turned, begin, d.length);
            }
        }
        return turned;
    }

    static double[] normal(int size, Random random) {
        return random.doubles(size).map(any -> random.nextGaussian()).toArray();
    }
}
