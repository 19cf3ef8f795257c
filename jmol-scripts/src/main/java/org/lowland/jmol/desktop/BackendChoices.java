package org.lowland.jmol.desktop;

import java.util.List;
import org.lowland.api.Lowland;
import org.lowland.api.LowlandException;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.potential.Domain;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.lowland.jmol.backend.Backends;

/**
 * The backends that make sense for a molecule without further options: every optimizer that descends with every potential
 * that can be opened by its name alone and names carbon and hydrogen among its elements. A potential of any element, as
 * Lennard-Jones's, knows nothing of bonds; it is there for those who type it.
 */
final class BackendChoices {
    private static final List<Integer> ORGANIC = List.of(1, 6);

    private BackendChoices() {}

    /**
     * Finds them.
     *
     * @param backends which keep the potentials that are opened, so that the first run need not wait for them
     * @return {@code optimizer@potential}, the usual one first; loads potentials, and so is not for the event thread
     */
    static List<String> find(Backends backends) {
        List<String> optimizers = Providers.optimizers().all().stream()
                .filter(provider -> provider.kind() == OptimizerKind.LOCAL)
                .map(OptimizerProvider::id)
                .sorted(BackendChoices::usualFirst)
                .toList();
        return Providers.potentials().all().stream()
                .map(PotentialProvider::id)
                .filter(potential -> servesMolecules(backends, potential))
                .flatMap(potential -> optimizers.stream().map(optimizer -> optimizer + "@" + potential))
                .toList();
    }

    private static int usualFirst(String first, String second) {
        return Boolean.compare(second.equals(Lowland.DEFAULT_OPTIMIZER), first.equals(Lowland.DEFAULT_OPTIMIZER));
    }

    /** One that needs a path or a library that is not there cannot be offered; typing it tells why. */
    private static boolean servesMolecules(Backends backends, String potential) {
        try {
            Domain domain = backends.open(Lowland.DEFAULT_OPTIMIZER + "@" + potential)
                    .potential()
                    .domain();
            return domain.freeSpace()
                    && domain.molecules().isEmpty()
                    && domain.elements()
                            .map(known -> known.containsAll(ORGANIC))
                            .orElse(false);
        } catch (LowlandException e) {
            return false;
        }
    }
}
