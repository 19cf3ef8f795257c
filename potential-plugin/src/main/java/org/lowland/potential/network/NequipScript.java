package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.List;
import org.lowland.potential.equivariant.Activation;
import org.lowland.potential.equivariant.BesselBasis;
import org.lowland.potential.equivariant.Gate;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.PolynomialEnvelope;
import org.lowland.potential.torch.ScriptModule;

/**
 * The TorchScript text of {@link Nequip} and its first weights, layers written out one after another. Variables: {@code
 * fLP} (atoms, 2L + 1, copies) the features of the representation LP, {@code hL} those of degree L after the first linear
 * map, {@code oLP} what the layer makes of LP before the gate.
 *
 * <p>The radial networks see only the pairs within the cutoff and not the filling of the table; one more
 * pair beyond the cutoff gives the exact zeros that the filling is weighted with.
 */
final class NequipScript {
    private static final Irrep SCALAR = Nequip.SCALAR;

    private final Nequip nequip;
    private final ScriptWriter script;

    NequipScript(Nequip nequip, ScriptWriter script) {
        this.nequip = nequip;
        this.script = script;
    }

    ScriptModule module() {
        int kinds = nequip.elements().size();
        int scalars = nequip.hidden().count(SCALAR);
        script.method("def energy(self, " + EnergyModelScript.SIGNATURE + ") -> Tensor:");
        script.lines(GeometryScript.TABLE + GeometryScript.VECTORS);
        script.line("unit = torch.reshape(r / d, [-1, 3])");
        GeometryScript.within(script, nequip.cutoff());
        script.line(
                "beyond = torch.full([1, 1], %s, dtype=d.dtype, device=d.device)",
                ScriptWriter.literal(2 * nequip.cutoff()));
        script.line("d = torch.cat([torch.index_select(torch.reshape(d, [-1, 1]), 0, rows), beyond], 0)");
        GeometryScript.envelope(script, new PolynomialEnvelope(nequip.radial().envelope()), nequip.cutoff());
        // The factor 2/c of the published functions, of which the basis has the root.
        GeometryScript.bessel(script, new BesselBasis(nequip.radial().functions(), nequip.cutoff()));
        script.line("basis = basis * (w * %s)", ScriptWriter.literal(Math.sqrt(2 / nequip.cutoff())));
        GeometryScript.harmonics(script, nequip.harmonics().largestDegree());
        script.line(
                "kind = torch.index_select(%s, 0, species)", script.constant("kinds", identity(kinds), kinds, kinds));
        script.line("f0e = torch.unsqueeze(%s, 1)", product("kind", "embedding", kinds, scalars));
        List<Irreps> features = nequip.featuresByLayer();
        for (int layer = 0; layer < nequip.layers(); layer++) {
            layer(layer, features.get(layer), features.get(layer + 1));
        }
        script.line("h = torch.squeeze(f0e, 1)");
        script.line("h = %s", product("h", "readout1", scalars, nequip.readout()));
        script.line("h = torch.squeeze(%s, 1)", product("h", "readout2", nequip.readout(), 1));
        script.line("h = h * torch.index_select(%s, 0, species)", script.filled("scale", nequip.scale(), kinds));
        script.line("h = h + torch.index_select(%s, 0, species)", script.filled("shift", 0, kinds));
        script.lines(GeometryScript.SUM);
        script.line("return energy");
        script.methods(EnergyModelScript.methods());
        return script.module("Nequip");
    }

    private void layer(int layer, Irreps before, Irreps after) {
        String prefix = "l" + layer + "_";
        for (int degree : new DegreeBlocks(before).degrees()) {
            firstMap(prefix, new DegreeBlocks(before).channels(degree), degree);
        }
        ConvolutionScript convolution = new ConvolutionScript(before, nequip.harmonics(), Nequip.kinds(after));
        radial(prefix, convolution.weights());
        convolution.write(script, prefix);
        Irreps gated = after.only(irrep -> irrep.degree() > 0);
        for (Irreps.Term term : after.terms()) {
            int copies = term.count() + (term.irrep().equals(SCALAR) ? gated.count() : 0);
            secondMap(prefix, convolution, term.irrep(), copies);
            selfConnection(prefix, before, term.irrep(), copies);
        }
        gate(after);
    }

    private void firstMap(String prefix, List<DegreeBlocks.Channels> channels, int degree) {
        List<String> parts = new ArrayList<>();
        for (DegreeBlocks.Channels part : channels) {
            parts.add(product("f" + part.irrep(), prefix + "first_" + part.irrep(), part.count(), part.count()));
        }
        script.line("h%d = %s", degree, joined(parts, 2));
    }

    private void radial(String prefix, int weights) {
        int width = nequip.radial().functions();
        script.line("radial = basis");
        for (int hidden = 0; hidden < nequip.radial().layers(); hidden++) {
            script.line(
                    "radial = torch.silu(%s) * %s",
                    product(
                            "radial",
                            prefix + "radial" + hidden,
                            width,
                            nequip.radial().width()),
                    ScriptWriter.literal(Activation.SILU.factor()));
            width = nequip.radial().width();
        }
        script.line("radial = %s", product("radial", prefix + "radial_last", width, weights));
        script.line("radial = torch.index_select(radial, 0, place)");
    }

    private void secondMap(String prefix, ConvolutionScript convolution, Irrep irrep, int copies) {
        int inputs = convolution.copies(irrep);
        String weight = script.normal(prefix + "second_" + irrep, inputs, copies);
        String scale = ScriptWriter.literal(1 / Math.sqrt(inputs * nequip.neighbors()));
        script.line("o%s = torch.matmul(%s, %s * %s)", irrep, joined(convolution.parts(irrep), 2), weight, scale);
    }

    private void selfConnection(String prefix, Irreps before, Irrep irrep, int copies) {
        int inputs = nequip.elements().size() * before.count(irrep);
        if (inputs > 0) {
            script.line(
                    "q = torch.unsqueeze(f%s, 2) * torch.reshape(kind, [n, 1, %d, 1])",
                    irrep, nequip.elements().size());
            script.line("q = torch.reshape(q, [n, %d, %d])", irrep.dimension(), inputs);
            script.line("o%s = o%s + %s", irrep, irrep, product("q", prefix + "self_" + irrep, inputs, copies));
        }
    }

    /** The gates are the last copies of the even scalars. */
    private void gate(Irreps after) {
        List<String> names = new ArrayList<>(List.of("s0e"));
        List<Integer> sizes = new ArrayList<>(List.of(after.count(SCALAR)));
        Irreps gated = after.only(irrep -> irrep.degree() > 0);
        for (Irreps.Term term : gated.terms()) {
            names.add("s" + term.irrep());
            sizes.add(term.count());
        }
        script.split("o0e", sizes, 2, names);
        for (Irreps.Term term : after.terms()) {
            Irrep irrep = term.irrep();
            if (irrep.degree() > 0) {
                script.line("f%s = o%s * (%s)", irrep, irrep, activated(SCALAR, "s" + irrep));
            } else {
                script.line("f%s = %s", irrep, activated(irrep, irrep.equals(SCALAR) ? "s0e" : "o" + irrep));
            }
        }
    }

    private static String activated(Irrep scalar, String value) {
        Activation activation = Gate.activation(scalar);
        String name = activation == Activation.SILU ? "torch.silu(" : "torch.tanh(";
        return name + value + ") * " + ScriptWriter.literal(activation.factor());
    }

    /** A product with a new matrix of weights, scaled by one over the root of its rows. */
    private String product(String value, String name, int rows, int columns) {
        String weight = script.normal(name, rows, columns);
        return "torch.matmul(" + value + ", " + weight + " * " + ScriptWriter.literal(1 / Math.sqrt(rows)) + ")";
    }

    private static String joined(List<String> parts, int axis) {
        return parts.size() == 1 ? parts.get(0) : "torch.cat([" + String.join(", ", parts) + "], " + axis + ")";
    }

    private static double[] identity(int size) {
        double[] matrix = new double[size * size];
        for (int k = 0; k < size; k++) {
            matrix[k * size + k] = 1;
        }
        return matrix;
    }
}
