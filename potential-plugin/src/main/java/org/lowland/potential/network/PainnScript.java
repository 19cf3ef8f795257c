package org.lowland.potential.network;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The TorchScript text of {@link Painn}, its interactions written out one after another.
 *
 * <p>Per pair, basis = (sin(nπd/rc) w(d)/d for each n, w(d)) with the envelope w, so one matrix product gives filters
 * that vanish smoothly at the cutoff, bias included. Messages of scalars and of direction vectors are summed over
 * neighbours by one batched product with (1, unit vector). Distances beyond the cutoff are clamped to it, which makes
 * their envelope and its derivatives exactly zero: lists with a skin are allowed.
 */
final class PainnScript {
    private static final String GEOMETRY =
            """
            def energy(self, $SIGNATURE) -> Tensor:
              n = species.size(0)
              k = neighbors.size(1)
              j = torch.reshape(neighbors, [-1])
              near = torch.reshape(torch.index_select(positions, 0, j), [n, k, 3])
              r = near - torch.unsqueeze(positions, 1) + shifts
              d = torch.sqrt(torch.sum(r * r, [2], True))
              directions = torch.transpose(torch.cat([torch.ones_like(d), r / d], 2), 1, 2)
            $TENSORS
              d = torch.reshape(d, [-1, 1])
              x = torch.clamp(d * $INVERSE_CUTOFF, None, 1.0)
              x2 = x * x
              w = ((x * -21.0 + 48.0) * x + -28.0) * (x2 * x2 * x2) + 1.0
            $CORE
              waves = torch.arange(1, $WAVES, dtype=positions.dtype, device=positions.device) * $WAVE_NUMBER
              basis = torch.cat([torch.sin(d * waves) * (w / d), w], 1)
              s = torch.embedding(self.embedding, species)
            """;

    /** {@link RepulsiveCore}: closes the filters of pairs that are too close and leaves the energy of each atom. */
    private static final String CORE =
            """
              radii = torch.index_select(self.core_radii, 0, species)
              reach = torch.unsqueeze(radii, 1) + torch.reshape(torch.index_select(radii, 0, j), [n, k])
              inner = torch.select(self.core_range, 0, 0)
              outer = torch.select(self.core_range, 0, 1)
              t = (d / torch.reshape(reach, [-1, 1]) - inner) / (outer - inner)
              t = torch.clamp(t, 0.0, 1.0)
              open = ((t * 6.0 - 15.0) * t + 10.0) * (t * t * t)
              w = w * open
              charges = torch.index_select(self.core_charges, 0, species)
              product = torch.unsqueeze(charges, 1) * torch.reshape(torch.index_select(charges, 0, j), [n, k])
              charges = torch.pow(charges, $SCREENING_POWER)
              q = torch.unsqueeze(charges, 1) + torch.reshape(torch.index_select(charges, 0, j), [n, k])
              q = torch.reshape(q, [-1, 1]) * d * $INVERSE_SCREENING
              core = $SCREENING
              core = core * (torch.reshape(product, [-1, 1]) * $HALF_COULOMB / d) * torch.rsub(open, 1.0)
              core = torch.sum(torch.reshape(core, [n, k]), [1])
            """;

    private static final String MESSAGE =
            """
              h = torch.silu(torch.linear(s, self.$L_message1_weight, self.$L_message1_bias))
              h = torch.linear(h, self.$L_message2_weight, self.$L_message2_bias)
            """;

    private static final String SCALAR_MESSAGE =
            """
              m = torch.index_select($SENT, 0, j) * torch.linear(basis, self.$L_filter_weight)
              m = torch.bmm(directions, torch.reshape(m, [n, k, $F2]))
              s = s + torch.slice(torch.select(m, 1, 0), 1, 0, $F)
              dv = torch.slice(torch.slice(m, 1, 1, 4), 2, $F, $F2)
            """;

    private static final String SPLIT_MESSAGE = "  hs, hv, = torch.split(h, [$F2, $F], 1)\n";

    private static final String VECTOR_MESSAGE =
            """
              m = torch.index_select(torch.unsqueeze(hv, 1) * v, 0, j)
              m = m * torch.unsqueeze(torch.linear(basis, self.$L_vector_filter_weight), 1)
              v = v + dv + torch.sum(torch.reshape(m, [n, k, 3, $F]), [1])
            """;

    private static final String UPDATE =
            """
              a, b, = torch.split(torch.linear(v, self.$L_mix_weight), [$F, $F], 2)
              length = torch.sqrt(torch.sum(b * b, [1]) + $EPSILON)
            $BOUNDS
              h = torch.linear(torch.cat([s, length], 1), self.$L_update1_weight, self.$L_update1_bias)
              h = torch.linear(torch.silu(h), self.$L_update2_weight, self.$L_update2_bias)
            """;

    /** For {@link Painn#bounded}. */
    static final String BOUNDS = "  b = b / torch.unsqueeze(length, 1)\n";

    private static final String LAST_UPDATE =
            """
              hs, hd, = torch.split(h, [$F, $F], 1)
              s = s + hs + hd * torch.sum(a * b, [1])
            """;

    private static final String INNER_UPDATE =
            """
              hs, hd, hv, = torch.split(h, [$F, $F, $F], 1)
              s = s + hs + hd * torch.sum(a * b, [1])
              v = v + torch.unsqueeze(hv, 1) * a
            """;

    private static final String READOUT =
            """
              h = torch.silu(torch.linear(s, self.readout1_weight, self.readout1_bias))
              h = torch.squeeze(torch.linear(h, self.readout2_weight, self.readout2_bias), 1)
              zero = torch.zeros([int(torch.item(structures))], dtype=positions.dtype, device=positions.device)
              return torch.index_add(zero, 0, structure, $SUM)
            """;

    private final Painn painn;

    PainnScript(Painn painn) {
        this.painn = painn;
    }

    String text() {
        StringBuilder text = new StringBuilder(GEOMETRY);
        for (int layer = 0; layer < painn.interactions(); layer++) {
            text.append(interaction(layer).replace("$L_", "l" + layer + "_"));
        }
        text.append(READOUT);
        return fill(text.toString()).indent(2) + EnergyModelScript.methods().indent(2);
    }

    private String interaction(int layer) {
        boolean first = layer == 0;
        boolean last = layer == painn.interactions() - 1;
        if (painn.degree() == 2) {
            return MESSAGE + TensorPainnScript.interaction(first, last, painn.bounded());
        }
        return MESSAGE
                + (first ? "" : SPLIT_MESSAGE)
                + SCALAR_MESSAGE.replace("$SENT", first ? "h" : "hs")
                + (first ? "  v = dv\n" : VECTOR_MESSAGE)
                + UPDATE.replace("$BOUNDS\n", painn.bounded() ? BOUNDS : "")
                + (last ? LAST_UPDATE : INNER_UPDATE);
    }

    private String fill(String template) {
        return template.replace("$CORE\n", painn.core().isPresent() ? CORE : "")
                .replace("$TENSORS\n", painn.degree() == 2 ? TensorPainnScript.HARMONICS : "")
                .replace("$SUM", painn.core().isPresent() ? "h + core" : "h")
                .replace("$SIGNATURE", EnergyModelScript.SIGNATURE)
                .replace("$F3", Integer.toString(3 * painn.features()))
                .replace("$F2", Integer.toString(2 * painn.features()))
                .replace("$F", Integer.toString(painn.features()))
                .replace("$WAVES", Integer.toString(painn.radial() + 1))
                .replace("$WAVE_NUMBER", literal(Math.PI / painn.cutoff()))
                .replace("$INVERSE_CUTOFF", literal(1 / painn.cutoff()))
                .replace("$EPSILON", literal(painn.normEpsilon()))
                .replace("$SCREENING_POWER", literal(RepulsiveCore.SCREENING_POWER))
                .replace("$INVERSE_SCREENING", literal(1 / RepulsiveCore.SCREENING_LENGTH))
                .replace("$SCREENING", screening())
                .replace("$HALF_COULOMB", literal(RepulsiveCore.COULOMB / 2));
    }

    private static String screening() {
        return IntStream.range(0, RepulsiveCore.WEIGHTS.size())
                .mapToObj(term -> "torch.exp(q * " + literal(-RepulsiveCore.DECAYS.get(term)) + ") * "
                        + literal(RepulsiveCore.WEIGHTS.get(term)))
                .collect(Collectors.joining(" + "));
    }

    private static String literal(double value) {
        return Double.toString(value).replace('E', 'e');
    }
}
