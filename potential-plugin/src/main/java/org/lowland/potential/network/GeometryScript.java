package org.lowland.potential.network;

import org.lowland.potential.equivariant.BesselBasis;
import org.lowland.potential.equivariant.GaussianBasis;
import org.lowland.potential.equivariant.PolynomialEnvelope;
import org.lowland.potential.equivariant.SphericalHarmonics;
import org.lowland.potential.equivariant.SphericalHarmonics.Normalization;
import org.lowland.potential.equivariant.Wigner3j;

/**
 * The TorchScript text of what networks read off pairs of atoms. Variables: {@code n} atoms with {@code k} neighbours each,
 * {@code j} the neighbours of all pairs in a row.
 */
final class GeometryScript {
    /** From the table of neighbours: {@code n}, {@code k}, {@code j}. */
    static final String TABLE =
            """
            n = species.size(0)
            k = neighbors.size(1)
            j = torch.reshape(neighbors, [-1])
            """;

    /** Vectors to the neighbours {@code r} (n, k, 3) and distances {@code d} (n, k, 1) from {@code positions}. */
    static final String VECTORS =
            """
            near = torch.reshape(torch.index_select(positions, 0, j), [n, k, 3])
            r = near - torch.unsqueeze(positions, 1) + shifts
            d = torch.sqrt(torch.sum(r * r, [2], True))
            """;

    /** The sum of {@code h} (n) over the atoms of each structure. */
    static final String SUM =
            """
            zero = torch.zeros([int(torch.item(structures))], dtype=positions.dtype, device=positions.device)
            energy = torch.index_add(zero, 0, structure, h)
            """;

    private GeometryScript() {}

    /**
     * {@code rows}, the places in the table of pairs closer than the cutoff by {@code d} (n, k, 1), and {@code place}, for
     * each place of the table the number of its pair among these, and the one after the last for all others.
     */
    static void within(ScriptWriter script, double cutoff) {
        script.line("rows = torch.nonzero(torch.reshape(torch.lt(d, %s), [-1]))", ScriptWriter.literal(cutoff));
        script.line("rows = torch.reshape(rows, [-1])");
        script.line("place = torch.full_like(j, rows.size(0))");
        script.line("order = torch.arange(rows.size(0), dtype=j.dtype, device=j.device)");
        script.line("place = torch.index_copy(place, 0, rows, order)");
    }

    /**
     * {@code w}, the envelope of the distances {@code d}, of their shape. Distances beyond the cutoff are taken for it,
     * where the envelope and its first two derivatives are exactly zero.
     */
    static void envelope(ScriptWriter script, PolynomialEnvelope envelope, double cutoff) {
        double[] factors = envelope.factors();
        script.line("x = torch.clamp(d * %s, None, 1.0)", ScriptWriter.literal(1 / cutoff));
        script.line(
                "w = ((x * %s + %s) * x + %s) * torch.pow(x, %d) + 1.0",
                ScriptWriter.literal(factors[2]),
                ScriptWriter.literal(factors[1]),
                ScriptWriter.literal(factors[0]),
                envelope.power());
    }

    /** {@code basis}, the functions of the distances {@code d}, whose last extent is 1. */
    static void bessel(ScriptWriter script, BesselBasis basis) {
        script.line(
                "waves = torch.arange(1, %d, dtype=positions.dtype, device=positions.device) * %s",
                basis.size() + 1, ScriptWriter.literal(Math.PI / basis.cutoff()));
        script.line(
                "basis = torch.sin(d * waves) * (torch.reciprocal(d) * %s)",
                ScriptWriter.literal(Math.sqrt(2 / basis.cutoff())));
    }

    /** {@code basis}, the same for Gaussians. */
    static void gaussian(ScriptWriter script, GaussianBasis basis) {
        script.line("centers = torch.arange(0, %d, dtype=positions.dtype, device=positions.device)", basis.size());
        script.line("basis = d * %s - centers", ScriptWriter.literal(1 / basis.width()));
        script.line("basis = torch.exp(basis * basis * -0.5)");
    }

    /**
     * The spherical harmonics {@code y0}, {@code y1}, ... up to a degree, each (pairs, 2l + 1), a component's mean square
     * 1, of the directions {@code unit} (pairs, 3).
     *
     * <p>Each degree is the product of the last one with the direction, coupled: one product of matrices, whatever the
     * degree.
     */
    static void harmonics(ScriptWriter script, int largest) {
        script.line("y0 = torch.ones_like(torch.slice(unit, 1, 0, 1))");
        if (largest > 0) {
            script.line("y1 = unit * %s", ScriptWriter.literal(Math.sqrt(3)));
        }
        for (int l = 1; l < largest; l++) {
            script.line("y = torch.unsqueeze(y%d, 2) * torch.unsqueeze(unit, 1)", l);
            script.line(
                    "y%d = torch.matmul(torch.reshape(y, [-1, %d]), %s)",
                    l + 1,
                    3 * (2 * l + 1),
                    script.constant("harmonics" + (l + 1), stretched(l), 3L * (2 * l + 1), 2L * l + 3));
        }
    }

    /** The matrix from products of the components of degree l and the direction to degree l + 1. */
    private static double[] stretched(int l) {
        double[][][] coupling = Wigner3j.real(l, 1, l + 1);
        double[] direction = {0.36, 0.48, 0.8};
        double[] lower = SphericalHarmonics.of(l, direction[0], direction[1], direction[2], Normalization.COMPONENT);
        double[] upper =
                SphericalHarmonics.of(l + 1, direction[0], direction[1], direction[2], Normalization.COMPONENT);
        double product = 0;
        for (int a = 0; a < lower.length; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < upper.length; c++) {
                    product += lower[a] * direction[b] * coupling[a][b][c] * upper[c];
                }
            }
        }
        double factor = (2 * l + 3) / product;
        double[] matrix = new double[3 * lower.length * upper.length];
        for (int a = 0; a < lower.length; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < upper.length; c++) {
                    matrix[(3 * a + b) * upper.length + c] = factor * coupling[a][b][c];
                }
            }
        }
        return matrix;
    }
}
