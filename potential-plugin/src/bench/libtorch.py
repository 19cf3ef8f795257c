#!/usr/bin/python3
"""Energy and forces of a Lowland archive in PyTorch, one thread: libtorch.py MODEL.pt MOLECULE.sdf

Prints milliseconds of one call, minimum and median, for 1, 8, 64 and 512 copies of the molecule; batches are cut into
calls of at most 800 atoms, as Lowland cuts them.
"""
import json
import statistics
import sys
import time
import zipfile

import torch


def metadata(path):
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.endswith("extra/metadata.json"))
        return json.loads(archive.read(name))


def molecule(path, elements):
    numbers = {"H": 1, "C": 6, "N": 7, "O": 8, "F": 9, "S": 16, "Cl": 17}
    lines = open(path).read().splitlines()
    count = int(lines[3][:3])
    rows = [line.split()[:4] for line in lines[4 : 4 + count]]
    species = torch.tensor([elements.index(numbers[row[3]]) for row in rows])
    return species, torch.tensor([[float(x) for x in row[:3]] for row in rows])


def batch(species, positions, copies, cutoff):
    atoms = len(species)
    distance = torch.cdist(positions, positions) + 1e3 * torch.eye(atoms)
    near = distance < cutoff
    width = int(near.sum(1).max())
    table = torch.arange(atoms).unsqueeze(1).repeat(1, width)
    shifts = torch.full((atoms, width, 3), 2.0 * cutoff)
    for i in range(atoms):
        found = near[i].nonzero().flatten()
        table[i, : len(found)] = found
        shifts[i, : len(found)] = 0
    offsets = torch.arange(copies).repeat_interleave(atoms)
    return (
        species.repeat(copies),
        positions.repeat(copies, 1),
        table.repeat(copies, 1) + (offsets * atoms).unsqueeze(1),
        shifts.repeat(copies, 1, 1),
        offsets,
        torch.tensor(copies),
    )


def main():
    path, sdf = sys.argv[1:3]
    torch.set_num_threads(1)
    model = torch.jit.load(path).eval()
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    told = metadata(path)
    species, positions = molecule(sdf, told["atomicNumbers"])
    largest = max(1, 800 // len(species))
    print("PyTorch", torch.__version__, "-", len(species), "atoms a molecule")
    with torch.jit.optimized_execution(False):
        for copies in (1, 8, 64, 512):
            parts = [min(largest, copies - k) for k in range(0, copies, largest)]
            inputs = [batch(species, positions, part, told["cutoff"]) for part in parts]
            times = []
            for _ in range(max(5, 200 // copies)):
                start = time.perf_counter()
                for arguments in inputs:
                    model(*arguments)
                times.append(1e3 * (time.perf_counter() - start))
            print(f"{copies:4d} molecules: minimum {min(times):.2f} ms, median {statistics.median(times):.2f} ms")


main()
