package org.lowland.potential.torch;

import java.util.List;

/** A small module for tests: energy = sum (w x + b)², with forces, a loss, and an integer buffer. */
final class Quadratic {
    static final String METHODS =
            """
            def energy(self, x: Tensor) -> Tensor:
              y = x * self.w + self.b
              return torch.sum(y * y)
            def forward(self, x: Tensor) -> Tuple[Tensor, Tensor]:
              p = torch.requires_grad_(torch.detach(x))
              e = self.energy(p)
              g = torch.autograd.grad([e], [p], None, False, False)[0]
              return (torch.detach(e), torch.neg(unchecked_cast(Tensor, g)))
            def loss(self, x: Tensor, f: Tensor) -> Tuple[Tensor, Tensor]:
              p = torch.requires_grad_(torch.detach(x))
              e = self.energy(p)
              g = torch.autograd.grad([e], [p], None, True, True)[0]
              d = torch.add(unchecked_cast(Tensor, g), f)
              return (torch.sum(d * d), torch.detach(e))
            def order(self, x: Tensor) -> Tensor:
              return torch.index_select(x, 0, self.index)
            """;

    private Quadratic() {}

    static ScriptModule single() {
        return new ScriptModule(
                        "Quadratic",
                        METHODS.indent(2),
                        List.of(
                                NamedTensor.parameter("w", HostTensor.of(new float[] {1, 2, 3}, 3)),
                                NamedTensor.parameter("b", HostTensor.of(new float[] {0.5f, 0, -1}, 3)),
                                NamedTensor.buffer("index", HostTensor.of(new long[] {2, 0, 1}, 3))))
                .withMetadata("{\"cutoff\": 5.0}");
    }
}
