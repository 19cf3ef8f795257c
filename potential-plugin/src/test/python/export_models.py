"""Writes the archives that the tests of the torchscript potential read: pair potentials with closed formulas.

    /usr/bin/python3 potential-plugin/src/test/python/export_models.py

They were written with PyTorch 1.13 and lie in potential-plugin/src/test/resources/org/lowland/potential/torchscript.
"""

from pathlib import Path
from typing import Tuple

import torch
from torch import Tensor

FOLDER = Path(__file__).parents[1] / "resources/org/lowland/potential/torchscript"


class Morse(torch.nn.Module):
    """Makes its own pairs, of nearest images; bohr and hartree; gives the energy alone."""

    def __init__(self):
        super().__init__()
        self.cutoff = 9.0
        self.depth = torch.nn.Parameter(torch.tensor(0.05, dtype=torch.float64))

    def forward(self, numbers: Tensor, positions: Tensor, cell: Tensor, pbc: Tensor) -> Tensor:
        n = numbers.size(0)
        pairs = torch.triu_indices(n, n, offset=1, device=positions.device)
        i, j = pairs[0], pairs[1]
        r = positions[j] - positions[i]
        if bool(pbc.any()):
            fractional = r @ torch.linalg.inv(cell)
            r = r - (torch.round(fractional.detach()) * pbc.to(r.dtype)) @ cell
        d = torch.sqrt((r * r).sum(1))
        rest = 1.6 + 0.05 * (numbers[i] + numbers[j]).to(d.dtype)
        well = self.depth * ((1 - torch.exp(rest - d)) ** 2 - 1)
        return (well * torch.clamp(1 - (d / self.cutoff) ** 2, min=0) ** 3).sum()


def lennard_jones(d: Tensor, cutoff: float) -> Tensor:
    """Of depth and diameter 1, brought to zero at the cutoff with two continuous derivatives."""
    s = 1 / (d * d * d) ** 2
    return 4 * (s * s - s) * torch.clamp(1 - (d / cutoff) ** 2, min=0) ** 3


class LennardJones(torch.nn.Module):
    """Takes edges of several structures; angstrom and eV; gives the energies alone."""

    def forward(self, numbers: Tensor, positions: Tensor, edges: Tensor, shifts: Tensor, batch: Tensor) -> Tensor:
        d = torch.linalg.norm(positions[edges[1]] - positions[edges[0]] + shifts, dim=1)
        energies = torch.zeros(int(batch.max()) + 1, dtype=d.dtype, device=d.device)
        return energies.index_add(0, batch[edges[0]], 0.5 * lennard_jones(d, 3.0))


class LennardJonesForces(torch.nn.Module):
    """The same of one structure, in nm and kJ/mol and single precision; gives forces and stress as well."""

    def forward(self, numbers: Tensor, positions: Tensor, cell: Tensor, edges: Tensor, steps: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
        r = (positions[edges[1]] - positions[edges[0]] + steps @ cell).detach() * 10
        r.requires_grad_(True)
        energy = 0.5 * 96.48533212331 * lennard_jones(torch.linalg.norm(r, dim=1), 3.0).sum()
        g = torch.autograd.grad([energy], [r])[0]
        if g is None:
            g = torch.zeros_like(r)
        forces = torch.zeros_like(positions)
        forces = forces.index_add(0, edges[0], 10 * g).index_add(0, edges[1], -10 * g)
        volume = torch.clamp(torch.abs(torch.linalg.det(cell)), min=1e-12)
        return energy.detach(), forces, r.t().detach() @ g / volume


class Bad(torch.nn.Module):
    """Does wrong what the charge says."""

    def forward(self, numbers: Tensor, positions: Tensor, charge: Tensor) -> Tensor:
        energies = (positions * positions).sum(1)
        if int(charge) == 1:
            return energies.sum() * float("nan")
        if int(charge) == 2:
            return energies.sum().detach()
        if int(charge) == 3:
            return torch.sqrt(energies - energies.detach()).sum()
        return energies


MORSE = """\
name: morse
level-of-theory: Morse pairs
elements: [H, C, N, O]
inputs: [atomic-numbers, positions, cell, pbc]
outputs: [energy]
units: {length: bohr, energy: hartree}
dtype: float64
self-energies: {H: -0.5, C: -37.8, N: -54.5, O: -75}
"""

if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    torch.jit.save(torch.jit.script(Morse()), FOLDER / "morse.pt", _extra_files={"lowland.yaml": MORSE})
    torch.jit.script(LennardJones()).save(FOLDER / "lennard-jones.pt")
    torch.jit.script(LennardJonesForces()).save(FOLDER / "lennard-jones-forces.pt")
    torch.jit.script(Bad()).save(FOLDER / "bad.pt")
    torch.save({"weight": torch.zeros(3)}, FOLDER / "weights.pt")
