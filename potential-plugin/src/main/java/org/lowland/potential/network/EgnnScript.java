package org.lowland.potential.network;

import org.lowland.potential.equivariant.BesselBasis;
import org.lowland.potential.equivariant.GaussianBasis;
import org.lowland.potential.equivariant.PolynomialEnvelope;
import org.lowland.potential.torch.ScriptModule;

/**
 * The TorchScript text of {@link Egnn} and its first weights, layers written out one after another. Variables: {@code h}
 * (atoms, features), {@code p} (atoms, 3) the moved positions, {@code w} (atoms, neighbours, 1) how much a neighbour counts.
 *
 * <p>The first map of a message, which acts on two atoms and their distance, is taken apart, so that what depends on one
 * atom is computed once for each atom.
 */
final class EgnnScript {
    /** What the published code starts the last map of φ_x with. */
    private static final double SMALL_STEP = 1e-3;

    /** 1e-6 Å² keep it smooth where atoms have been moved onto one another. */
    private static final String DISTANCE = "d = torch.sqrt(torch.sum(r * r, [2], True) + 1.0e-6)";

    private static final String PREDICT =
            "def predict(self, " + EnergyModelScript.SIGNATURE + ") -> Tuple[Tensor, Tensor]:";
    private static final String ENERGY = "def energy(self, " + EnergyModelScript.SIGNATURE + ") -> Tensor:";

    private final Egnn egnn;
    private final ScriptWriter script;
    private final int width;
    private final boolean direct;

    EgnnScript(Egnn egnn, ScriptWriter script) {
        this.egnn = egnn;
        this.script = script;
        this.width = egnn.features();
        this.direct = egnn.forces() == Egnn.Forces.DIRECT;
    }

    ScriptModule module() {
        script.method(direct ? PREDICT : ENERGY);
        script.lines(GeometryScript.TABLE + GeometryScript.VECTORS);
        if (egnn.envelope().isPresent()) {
            GeometryScript.envelope(
                    script, new PolynomialEnvelope(egnn.envelope().get()), egnn.cutoff());
        } else {
            script.line(
                    "w = torch.where(torch.lt(d, %s), torch.ones_like(d), torch.zeros_like(d))",
                    ScriptWriter.literal(egnn.cutoff()));
        }
        if (egnn.average()) {
            script.line(
                    egnn.envelope().isPresent()
                            ? "count = torch.sum(w, [1]) + 1.0"
                            : "count = torch.clamp(torch.sum(w, [1]), 1.0, None)");
        }
        script.line(
                "h = torch.embedding(%s, species)",
                script.normal("embedding", egnn.elements().size(), width));
        script.line("p = positions");
        for (int layer = 0; layer < egnn.layers(); layer++) {
            layer("l" + layer + "_", layer == 0, layer == egnn.layers() - 1 && !direct);
        }
        readout();
        script.methods(direct ? EnergyModelScript.directMethods() : EnergyModelScript.methods());
        return script.module("Egnn");
    }

    private void layer(String prefix, boolean first, boolean resting) {
        if (!first) {
            script.line("near = torch.reshape(torch.index_select(p, 0, j), [n, k, 3])");
            script.line("r = near - torch.unsqueeze(p, 1) + shifts");
        }
        int functions = distances();
        double bound = 1 / Math.sqrt(2 * width + functions);
        String center = script.uniform(prefix + "center_weight", bound, width, width);
        String bias = script.uniform(prefix + "center_bias", bound, width);
        String other = script.uniform(prefix + "neighbor_weight", bound, width, width);
        // As wide as the scalars' part where there are functions: else a new network hardly sees distances, and learns
        // slowly.
        boolean squared = egnn.distances().kind() == Egnn.Distances.Kind.SQUARED;
        double distanceBound = squared ? bound : 1 / Math.sqrt(functions);
        String distance = script.uniform(prefix + "distance_weight", distanceBound, width, functions);
        script.line("m = torch.index_select(torch.linear(h, %s), 0, j)", other);
        script.line("m = torch.reshape(m, [n, k, %d]) + torch.linear(basis, %s)", width, distance);
        script.line("m = torch.silu(m + torch.unsqueeze(torch.linear(h, %s, %s), 1))", center, bias);
        script.line("m = torch.silu(%s) * w", linear("m", prefix + "message", width, width));
        if (!resting) {
            move(prefix);
        }
        script.line("q = torch.cat([h, torch.sum(m, [1])], 1)");
        script.line("q = torch.silu(%s)", linear("q", prefix + "update1", 2 * width, width));
        script.line(egnn.residual() ? "h = h + %s" : "h = %s", linear("q", prefix + "update2", width, width));
    }

    /** {@code basis}, the functions of the distance. */
    private int distances() {
        int size = egnn.distances().size();
        switch (egnn.distances().kind()) {
            case SQUARED -> script.line("basis = torch.sum(r * r, [2], True)");
            case BESSEL -> {
                script.line(DISTANCE);
                GeometryScript.bessel(script, new BesselBasis(size, egnn.cutoff()));
                // of the order of 1, as Gaussians are
                script.line("basis = basis * %s", ScriptWriter.literal(egnn.cutoff()));
            }
            case GAUSSIAN -> {
                script.line(DISTANCE);
                GeometryScript.gaussian(script, new GaussianBasis(size, egnn.cutoff()));
            }
        }
        return size;
    }

    private void move(String prefix) {
        String last = script.uniform(prefix + "move2_weight", SMALL_STEP * Math.sqrt(6.0 / (width + 1)), 1, width);
        script.line("c = torch.silu(%s)", linear("m", prefix + "move1", width, width));
        script.line("c = torch.linear(c, %s) * w", last);
        script.line("c = torch.sum(r * c, [1])");
        script.line(egnn.average() ? "p = p - c / count" : "p = p - c");
    }

    private void readout() {
        String scale = ScriptWriter.literal(egnn.scale());
        script.line("q = torch.silu(%s)", linear("h", "readout1", width, width));
        script.line("e = torch.squeeze(%s, 1) * %s", linear("q", "readout2", width, 1), scale);
        if (direct) {
            script.line("q = torch.silu(%s)", linear("h", "force1", width, width));
            script.line("f = (p - positions) * (%s * %s)", linear("q", "force2", width, 1), scale);
        }
        if (!egnn.meanForce().isEmpty()) {
            double[] mean =
                    egnn.meanForce().stream().mapToDouble(Double::doubleValue).toArray();
            script.line("f = f + %s", script.constant("mean_force", mean, 1, 3));
        }
        script.line("h = e");
        script.lines(GeometryScript.SUM);
        script.line(direct ? "return (energy, f)" : "return energy");
    }

    private String linear(String value, String name, int inputs, int outputs) {
        double bound = 1 / Math.sqrt(inputs);
        String weight = script.uniform(name + "_weight", bound, outputs, inputs);
        String bias = script.uniform(name + "_bias", bound, outputs);
        return "torch.linear(" + value + ", " + weight + ", " + bias + ")";
    }
}
