package org.lowland.potential.network;

/**
 * What is different in the TorchScript text of a {@link Painn} of degree 2. Variables: {@code u} (pairs, 3, 1) the directions
 * and {@code y} (pairs, 5, 1) their harmonics xy, yz, 3z² - 1, xz, x² - y², of length 1 together; {@code v} (atoms, 3,
 * features) and {@code t} (atoms, 5, features) vectors and tensors.
 */
final class TensorPainnScript {
    static final String HARMONICS =
            """
              u = torch.reshape(r / d, [-1, 3])
              ux, uy, uz, = torch.split(u, [1, 1, 1], 1)
              flat = torch.rsub((ux * ux + uy * uy) * 0.5, uz * uz)
              y = torch.cat([ux * uy, uy * uz, flat * $INVERSE_ROOT3, ux * uz, (ux * ux - uy * uy) * 0.5], 1) * $ROOT3
              harmonics = torch.transpose(torch.reshape(y, [n, k, 5]), 1, 2)
              u = torch.unsqueeze(u, 2)
              y = torch.unsqueeze(y, 2)
            """
                    .replace("$INVERSE_ROOT3", Double.toString(1 / Math.sqrt(3)))
                    .replace("$ROOT3", Double.toString(Math.sqrt(3)));

    private static final String FIRST_MESSAGE =
            """
              m = torch.index_select(h, 0, j) * torch.linear(basis, self.$L_filter_weight)
              ms, mv, mt, = torch.split(torch.reshape(m, [n, k, $F3]), [$F, $F, $F], 2)
              s = s + torch.sum(ms, [1])
              v = torch.bmm(torch.slice(directions, 1, 1, 4), mv)
              t = torch.bmm(harmonics, mt)
            """;

    private static final String MESSAGE =
            """
              m = torch.index_select(h, 0, j) * torch.linear(basis, self.$L_filter_weight)
              ms, mu, mv, my, mt, mp, mq, = torch.split(m, [$F, $F, $F, $F, $F, $F, $F], 1)
              near = torch.index_select(v, 0, j)
              ms = ms + torch.sum(near * u, [1]) * mp
              v = v + torch.bmm(torch.slice(directions, 1, 1, 4), torch.reshape(mu, [n, k, $F]))
              v = v + torch.sum(torch.reshape(near * torch.unsqueeze(mv, 1), [n, k, 3, $F]), [1])
              near = torch.index_select(t, 0, j)
              ms = ms + torch.sum(near * y, [1]) * mq
              t = t + torch.bmm(harmonics, torch.reshape(my, [n, k, $F]))
              t = t + torch.sum(torch.reshape(near * torch.unsqueeze(mt, 1), [n, k, 5, $F]), [1])
              s = s + torch.sum(torch.reshape(ms, [n, k, $F]), [1])
            """;

    private static final String UPDATE =
            """
              a, b, = torch.split(torch.linear(v, self.$L_mix_weight), [$F, $F], 2)
              c, e, = torch.split(torch.linear(t, self.$L_tensor_mix_weight), [$F, $F], 2)
              length = torch.sqrt(torch.sum(b * b, [1]) + $EPSILON)
              span = torch.sqrt(torch.sum(e * e, [1]) + $EPSILON)
            $BOUNDS
              h = torch.linear(torch.cat([s, length, span], 1), self.$L_update1_weight, self.$L_update1_bias)
              h = torch.linear(torch.silu(h), self.$L_update2_weight, self.$L_update2_bias)
            """;

    private static final String LAST_UPDATE =
            """
              hs, hd, hp, = torch.split(h, [$F, $F, $F], 1)
              s = s + hs + hd * torch.sum(a * b, [1]) + hp * torch.sum(c * e, [1])
            """;

    private static final String INNER_UPDATE =
            """
              hs, hd, hp, hv, ht, hm, hq, = torch.split(h, [$F, $F, $F, $F, $F, $F, $F], 1)
              s = s + hs + hd * torch.sum(a * b, [1]) + hp * torch.sum(c * e, [1])
              ax, ay, az, = torch.split(a, [1, 1, 1], 1)
              bx, by, bz, = torch.split(b, [1, 1, 1], 1)
              xy, yz, zz, xz, xx, = torch.split(c, [1, 1, 1, 1, 1], 1)
              mx = (xx * bx + xy * by + xz * bz) * $HALF_ROOT3 - zz * bx * 0.5
              my = (xy * bx - xx * by + yz * bz) * $HALF_ROOT3 - zz * by * 0.5
              mz = (xz * bx + yz * by) * $HALF_ROOT3 + zz * bz
              v = v + torch.unsqueeze(hv, 1) * a + torch.unsqueeze(hm, 1) * torch.cat([mx, my, mz], 1)
              xy = (ax * by + ay * bx) * $HALF_ROOT3
              yz = (ay * bz + az * by) * $HALF_ROOT3
              zz = az * bz - (ax * bx + ay * by) * 0.5
              xz = (ax * bz + az * bx) * $HALF_ROOT3
              xx = (ax * bx - ay * by) * $HALF_ROOT3
              t = t + torch.unsqueeze(ht, 1) * c + torch.unsqueeze(hq, 1) * torch.cat([xy, yz, zz, xz, xx], 1)
            """
                    .replace("$HALF_ROOT3", Double.toString(Math.sqrt(0.75)));

    private static final String BOUNDS = "  e = e / torch.unsqueeze(span, 1)\n";

    private TensorPainnScript() {}

    /** After what is sent, {@code h}, has been made. */
    static String interaction(boolean first, boolean last, boolean bounded) {
        return (first ? FIRST_MESSAGE : MESSAGE)
                + UPDATE.replace("$BOUNDS\n", bounded ? PainnScript.BOUNDS + BOUNDS : "")
                + (last ? LAST_UPDATE : INNER_UPDATE);
    }
}
