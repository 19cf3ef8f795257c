package org.lowland.potential.network;

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
              d = torch.reshape(d, [-1, 1])
              x = torch.clamp(d * $INVERSE_CUTOFF, None, 1.0)
              x2 = x * x
              w = ((x * -21.0 + 48.0) * x + -28.0) * (x2 * x2 * x2) + 1.0
              waves = torch.arange(1, $WAVES, dtype=positions.dtype, device=positions.device) * $WAVE_NUMBER
              basis = torch.cat([torch.sin(d * waves) * (w / d), w], 1)
              s = torch.embedding(self.embedding, species)
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
              h = torch.linear(torch.cat([s, length], 1), self.$L_update1_weight, self.$L_update1_bias)
              h = torch.linear(torch.silu(h), self.$L_update2_weight, self.$L_update2_bias)
            """;

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
              return torch.index_add(zero, 0, structure, h)
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
        return MESSAGE
                + (first ? "" : SPLIT_MESSAGE)
                + SCALAR_MESSAGE.replace("$SENT", first ? "h" : "hs")
                + (first ? "  v = dv\n" : VECTOR_MESSAGE)
                + UPDATE
                + (last ? LAST_UPDATE : INNER_UPDATE);
    }

    private String fill(String template) {
        return template.replace("$SIGNATURE", EnergyModelScript.SIGNATURE)
                .replace("$F2", Integer.toString(2 * painn.features()))
                .replace("$F", Integer.toString(painn.features()))
                .replace("$WAVES", Integer.toString(painn.radial() + 1))
                .replace("$WAVE_NUMBER", literal(Math.PI / painn.cutoff()))
                .replace("$INVERSE_CUTOFF", literal(1 / painn.cutoff()))
                .replace("$EPSILON", literal(painn.normEpsilon()));
    }

    private static String literal(double value) {
        return Double.toString(value).replace('E', 'e');
    }
}
