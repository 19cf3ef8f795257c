#!/usr/bin/python3
"""Three ways to write the messages of an equivariant layer in PyTorch, one thread: convolution.py

atoms: sum over neighbours first, by a batched product with the harmonics, then couple on atoms (what Lowland writes);
paths: couple on pairs, path by path; pairs: couple on pairs, all paths of a degree at once. Prints milliseconds of
processor time of the energy, its gradient and the gradient of the gradient's square, minimum of some, for 105 atoms with
20 neighbours each.
"""
import time

import torch

ATOMS, NEIGHBORS, HIDDEN = 105, 20, 64
PAIRS = ATOMS * NEIGHBORS


def paths(degree):
    degrees = range(degree + 1)
    return [(a, b, c) for a in degrees for b in degrees for c in range(abs(a - b), min(a + b, degree) + 1)]


class Layer:
    def __init__(self, degree, channels):
        self.degree, self.channels = degree, channels
        self.paths = paths(degree)
        self.coupling = {p: torch.randn(*(2 * l + 1 for l in p)) for p in self.paths}
        self.neighbors = torch.randint(0, ATOMS, (PAIRS,))
        self.project = [torch.randn(3, 2 * l + 1) for l in range(degree + 1)]
        self.hidden = torch.randn(3, HIDDEN)
        self.weight = torch.randn(HIDDEN, len(self.paths) * channels, requires_grad=True)

    def energy(self, way, vectors, features):
        radial = torch.split(torch.nn.functional.silu(vectors @ self.hidden) @ self.weight, self.channels, 1)
        radial = dict(zip(self.paths, radial))
        harmonics = [torch.sin(vectors @ q) for q in self.project]
        gathered = [x.index_select(0, self.neighbors) for x in features]
        return sum((t * t).sum() for t in way(self, radial, harmonics, gathered)) * 1e-6


def on_atoms(layer, radial, harmonics, gathered):
    for a in range(layer.degree + 1):
        for b in range(layer.degree + 1):
            some = [p for p in layer.paths if p[:2] == (a, b)]
            weights = torch.stack([radial[p] for p in some], 1).unsqueeze(2)
            z = (gathered[a].unsqueeze(1) * weights).reshape(ATOMS, NEIGHBORS, -1)
            sums = torch.bmm(harmonics[b].reshape(ATOMS, NEIGHBORS, -1).transpose(1, 2), z)
            sums = sums.reshape(ATOMS, 2 * b + 1, len(some), 2 * a + 1, layer.channels)
            for k, p in enumerate(some):
                matrix = layer.coupling[p].permute(2, 1, 0).reshape(2 * p[2] + 1, -1)
                yield torch.matmul(matrix, sums[:, :, k].reshape(ATOMS, -1, layer.channels))


def by_paths(layer, radial, harmonics, gathered):
    for a, b, c in layer.paths:
        matrix = layer.coupling[(a, b, c)].permute(1, 2, 0).reshape(2 * b + 1, -1)
        coupled = (harmonics[b] @ matrix).reshape(PAIRS, 2 * c + 1, 2 * a + 1)
        message = torch.bmm(coupled, gathered[a]) * radial[(a, b, c)].unsqueeze(1)
        yield message.reshape(ATOMS, NEIGHBORS, 2 * c + 1, layer.channels).sum(1)


def on_pairs(layer, radial, harmonics, gathered):
    for a in range(layer.degree + 1):
        some = [p for p in layer.paths if p[0] == a]
        matrices, weights = [], []
        for p in some:
            matrix = layer.coupling[p].permute(1, 2, 0).reshape(2 * p[1] + 1, -1)
            matrices.append((harmonics[p[1]] @ matrix).reshape(PAIRS, 2 * p[2] + 1, 2 * a + 1))
            weights.append(radial[p].unsqueeze(1).expand(PAIRS, 2 * p[2] + 1, layer.channels))
        message = torch.bmm(torch.cat(matrices, 1), gathered[a]) * torch.cat(weights, 1)
        yield message.reshape(ATOMS, NEIGHBORS, -1, layer.channels).sum(1)


def measure(layer, way):
    best = float("inf")
    for _ in range(5):
        vectors = torch.randn(PAIRS, 3, requires_grad=True)
        features = [
            torch.randn(ATOMS, 2 * l + 1, layer.channels, requires_grad=True) for l in range(layer.degree + 1)
        ]
        start = time.process_time()
        energy = layer.energy(way, vectors, features)
        gradients = torch.autograd.grad(energy, [vectors] + features, create_graph=True)
        sum((g * g).sum() for g in gradients).backward()
        best = min(best, time.process_time() - start)
    return 1e3 * best


def main():
    torch.set_num_threads(1)
    for degree, channels in ((1, 32), (1, 64), (2, 32), (2, 64)):
        layer = Layer(degree, channels)
        times = ", ".join(
            f"{name} {measure(layer, way):.1f} ms"
            for name, way in (("atoms", on_atoms), ("paths", by_paths), ("pairs", on_pairs))
        )
        print(f"l = {degree}, {channels} channels: {times}")


main()
