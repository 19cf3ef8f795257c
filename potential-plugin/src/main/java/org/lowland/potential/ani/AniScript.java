package org.lowland.potential.ani;

import org.lowland.api.system.Units;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.ScriptModule;

/**
 * Writes an ensemble as one TorchScript module. Its only method {@code forward} takes the tensors of an
 * {@link AniBatch} and returns the networks' energies without self energies (Hartree, float64, networks by systems) and
 * the forces of their mean (eV/Å, axis-major, 3 by atoms).
 *
 * <p>The networks stand side by side: the first layer of all of them is one matrix, the others are batched products.
 * The terms of the descriptor are those of Smith et al. 2017, with cos(θ - θs) expanded, so that no inverse cosine is
 * needed: cos θ is scaled by 0.95 as in the published code, which keeps sin θ away from zero.
 */
final class AniScript {
    private static final double CELU_ALPHA = 0.1;
    private static final double COSINE_SCALE = 0.95;

    private final AniEnsemble ensemble;
    private final AniDescriptor descriptor;
    private final AniLayout layout;

    private AniScript(AniEnsemble ensemble) {
        this.ensemble = ensemble;
        this.descriptor = ensemble.descriptor();
        this.layout = AniLayout.of(descriptor);
    }

    /**
     * The module of an ensemble.
     *
     * @param precision float32 or float64
     */
    static ScriptModule of(AniEnsemble ensemble, HostTensor.Type precision) {
        String text = new AniScript(ensemble).text();
        return new ScriptModule("Ani", text.indent(2), new AniTensors(ensemble, precision).list());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int slot = 0; slot < layout.size(); slot++) {
            text.append(atomicNetworks(slot));
        }
        return text.append(radial()).append(angular()).append(forward()).toString();
    }

    private String atomicNetworks(int slot) {
        return """
                def networks%1$d(self, radial: Tensor, angular: Tensor, rows: Tensor, columns: Tensor, leading: int) -> Tensor:
                  if leading > 0:
                    wr = torch.narrow(self.radial%1$d, 0, 0, torch.size(radial, 1))
                    wa = torch.narrow(self.angular%1$d, 0, 0, torch.size(angular, 1))
                  else:
                    wr = torch.index_select(self.radial%1$d, 0, rows)
                    wa = torch.index_select(self.angular%1$d, 0, columns)
                  x = torch.addmm(torch.addmm(self.bias%1$d_0, radial, wr), angular, wa)
                  x = torch.view(torch.celu(x, %3$s), [torch.size(radial, 0), %2$d, -1])
                  x = torch.celu(torch.baddbmm(self.bias%1$d_1, torch.transpose(x, 0, 1), self.weight%1$d_1), %3$s)
                  x = torch.celu(torch.baddbmm(self.bias%1$d_2, x, self.weight%1$d_2), %3$s)
                  x = torch.baddbmm(self.bias%1$d_3, x, self.weight%1$d_3)
                  return torch.to(torch.squeeze(x, 2), 7)
                """
                .formatted(slot, ensemble.members(), CELU_ALPHA);
    }

    private String radial() {
        return """
                def radial_terms(self, r: Tensor, slots: Tensor, atoms: int, present: int) -> Tensor:
                  fc = torch.cos(r * %1$s) * 0.125 + 0.125
                  t = torch.unsqueeze(r, 1) - self.radial_shifts
                  g = torch.exp(t * t * %2$s) * torch.unsqueeze(fc, 1)
                  zero = torch.zeros([atoms * present, %3$d], dtype=r.dtype, device=r.device)
                  return torch.view(torch.index_add(zero, 0, slots, g), [atoms, present * %3$d])
                """
                .formatted(Math.PI / descriptor.radialCutoff(), -descriptor.radialEta(), descriptor.radialTerms());
    }

    private String angular() {
        return """
                def angular_terms(self, u: Tensor, r: Tensor, triples: Tensor, weight: Tensor, pieces: Tensor, atoms: int, present: int) -> Tensor:
                  n = torch.size(r, 0)
                  m = torch.size(triples, 1)
                  first = torch.select(triples, 0, 0)
                  second = torch.select(triples, 0, 1)
                  u1 = torch.index_select(u, 0, torch.cat([first, first + n, first + n * 2]))
                  u2 = torch.index_select(u, 0, torch.cat([second, second + n, second + n * 2]))
                  c = torch.sum(torch.view(u1 * u2, [3, m]), [0]) * %1$s
                  s = torch.sqrt(1.0 - c * c)
                  f = torch.cos(r * %2$s) * 0.5 + 0.5
                  fc = torch.index_select(f, 0, first) * torch.index_select(f, 0, second) * weight
                  a = self.angle_cosines * c + self.angle_sines * s
                  f1 = torch.exp(torch.log(a * 0.5 + 0.5) * %3$s) * fc
                  t = (torch.index_select(r, 0, first) + torch.index_select(r, 0, second)) * 0.5 - self.angular_shifts
                  f2 = torch.exp(t * t * %4$s)
                  v1 = torch.permute(torch.view(f1, [%5$d, -1, %7$d]), [1, 2, 0])
                  v2 = torch.permute(torch.view(f2, [%6$d, -1, %7$d]), [1, 0, 2])
                  v = torch.reshape(torch.bmm(v2, v1), [-1, %8$d])
                  pairs = (present * (present + 1)) // 2
                  zero = torch.zeros([atoms * pairs, %8$d], dtype=r.dtype, device=r.device)
                  return torch.view(torch.index_add(zero, 0, pieces, v), [atoms, pairs * %8$d])
                """
                .formatted(
                        COSINE_SCALE,
                        Math.PI / descriptor.angularCutoff(),
                        descriptor.zeta(),
                        -descriptor.angularEta(),
                        descriptor.angleShifts().size(),
                        descriptor.angularShifts().size(),
                        AniNeighbours.PIECE,
                        descriptor.angularTerms());
    }

    private String forward() {
        StringBuilder text = new StringBuilder(
                """
                def forward(self, xyz: Tensor, sizes: Tensor, system: Tensor, pairs: Tensor, triples: Tensor, weight: Tensor, pieces: Tensor, rows: Tensor, columns: Tensor) -> Tuple[Tensor, Tensor]:
                  p = torch.requires_grad_(torch.detach(xyz))
                  atoms = torch.size(system, 0)
                  systems = int(torch.item(torch.select(sizes, 0, 0)))
                  present = int(torch.item(torch.select(sizes, 0, 1)))
                  near = int(torch.item(torch.select(sizes, 0, 2)))
                  leading = int(torch.item(torch.select(sizes, 0, 3)))
                  i = torch.select(pairs, 0, 0)
                  j = torch.select(pairs, 0, 1)
                  tail = torch.index_select(p, 0, torch.cat([i, i + atoms, i + atoms * 2]))
                  head = torch.index_select(p, 0, torch.cat([j, j + atoms, j + atoms * 2]))
                  d = torch.view(head - tail, [3, torch.size(pairs, 1)])
                  r = torch.sqrt(torch.sum(d * d, [0]))
                  u = torch.reshape(torch.narrow(d / r, 1, 0, near), [near * 3])
                  radial = self.radial_terms(r, torch.select(pairs, 0, 2), atoms, present)
                  angular = self.angular_terms(u, torch.narrow(r, 0, 0, near), triples, weight, pieces, atoms, present)
                  energy = torch.zeros([%d, systems], dtype=7, device=xyz.device)
                  start = 0
                """
                        .formatted(ensemble.members()));
        for (int slot = 0; slot < layout.size(); slot++) {
            text.append(
                    """
                    length = int(torch.item(torch.select(sizes, 0, %2$d)))
                    if length > 0:
                      e = self.networks%1$d(torch.narrow(radial, 0, start, length), torch.narrow(angular, 0, start, length), rows, columns, leading)
                      energy = torch.index_add(energy, 1, torch.narrow(system, 0, start, length), e)
                      start = start + length
                    """
                            .formatted(slot, AniBatch.FIRST_COUNT + slot)
                            .indent(2));
        }
        return text.append("  g = torch.autograd.grad([torch.sum(energy)], [p], None, False, False)[0]\n")
                .append("  return (torch.detach(energy), unchecked_cast(Tensor, g) * ")
                .append(-Units.HARTREE / ensemble.members())
                .append(")\n")
                .toString();
    }
}
