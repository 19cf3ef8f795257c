package org.lowland.potential.network;

/**
 * The methods that every network gets around its {@code energy}: forces, and losses that differentiate through them.
 *
 * <p>With e = (E - E_ref) n^-x and f = F - F_ref, {@code loss} is w_E Σ √(e² + ε) + w_F Σ √(|f|² + ε), a Huber-like
 * loss that outliers do not dominate; {@code loss_mse} is w_E Σ e² + w_F Σ |f|²/3. Both also return the mean absolute
 * errors of the energies (eV per structure) and force components (eV/Å).
 */
final class EnergyModelScript {
    /** The parameters of {@code energy} in every network. */
    static final String SIGNATURE = "species: Tensor, positions: Tensor, neighbors: Tensor, shifts: Tensor,"
            + " structure: Tensor, structures: Tensor";

    /** Under the roots of the loss: errors well below 1e-3 eV and eV/Å count quadratically. */
    private static final String LOSS_EPSILON = "1.0e-6";

    private static final String FORCES =
            """
            def $NAME(self, $SIGNATURE) -> Tuple[Tensor, Tensor]:
              p = torch.requires_grad_(torch.detach(positions))
              e = self.energy(species, p, neighbors, shifts, structure, structures)
              g = torch.autograd.grad([torch.sum(e)], [p], None, $GRAPH, $GRAPH)[0]
              return ($ENERGY, torch.rsub(unchecked_cast(Tensor, g), 0.0))
            """;

    private static final String DIRECT =
            """
            def energy(self, $SIGNATURE) -> Tensor:
              e, f, = self.predict(species, positions, neighbors, shifts, structure, structures)
              return e
            def forward(self, $SIGNATURE) -> Tuple[Tensor, Tensor]:
              e, f, = self.predict(species, positions, neighbors, shifts, structure, structures)
              return (torch.detach(e), torch.detach(f))
            def train_ef(self, $SIGNATURE) -> Tuple[Tensor, Tensor]:
              return self.predict(species, positions, neighbors, shifts, structure, structures)
            """;

    private static final String LOSS =
            """
            def $NAME(self, $SIGNATURE, energies: Tensor, forces: Tensor, scales: Tensor, energy_weight: Tensor, \
            force_weight: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
              e, f, = self.train_ef(species, positions, neighbors, shifts, structure, structures)
              de = e - energies
              df = f - forces
              es = de * scales
              loss = torch.sum($ENERGY_TERM) * energy_weight + torch.sum($FORCE_TERM) * force_weight
              return (loss, torch.mean(torch.abs(torch.detach(de))), torch.mean(torch.abs(torch.detach(df))))
            """;

    private EnergyModelScript() {}

    /** For a network whose {@code energy} the forces are the gradient of. */
    static String methods() {
        return forces("forward", "torch.detach(e)", "False") + forces("train_ef", "e", "True") + losses();
    }

    /** For a network whose {@code predict} gives energies and forces side by side. */
    static String directMethods() {
        return DIRECT.replace("$SIGNATURE", SIGNATURE) + losses();
    }

    private static String losses() {
        return loss("loss", root("es * es"), root("torch.sum(df * df, [1])"))
                + loss("loss_mse", "es * es", "df * df * 0.3333333333333333");
    }

    private static String root(String square) {
        return "torch.sqrt(" + square + " + " + LOSS_EPSILON + ")";
    }

    private static String forces(String name, String energy, String graph) {
        return FORCES.replace("$NAME", name)
                .replace("$SIGNATURE", SIGNATURE)
                .replace("$ENERGY", energy)
                .replace("$GRAPH", graph);
    }

    private static String loss(String name, String energyTerm, String forceTerm) {
        return LOSS.replace("$NAME", name)
                .replace("$SIGNATURE", SIGNATURE)
                .replace("$ENERGY_TERM", energyTerm)
                .replace("$FORCE_TERM", forceTerm);
    }
}
