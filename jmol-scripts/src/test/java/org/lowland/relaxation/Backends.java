package org.lowland.relaxation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.UnsupportedException;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;

/** What the named-provider loader finds. */
final class Backends {
    /** Controls of comparisons, which get to the minimum of a molecule in their own time only. */
    private static final Set<String> SLOW = Set.of("adam", "steepest-descent");

    private Backends() {}

    static List<GeometryOptimizer> localOptimizers() {
        List<GeometryOptimizer> local = Providers.optimizers().all().stream()
                .filter(provider -> provider.kind() == OptimizerKind.LOCAL)
                .map(OptimizerProvider::id)
                .filter(id -> !SLOW.contains(id))
                .map(id -> Lowland.optimizer(BackendSpec.parse(id)))
                .toList();
        assertThat(local).extracting(GeometryOptimizer::id).contains("lbfgs", "fire");
        return local;
    }

    /** All that need nothing that only their user has; the caller closes them. */
    static List<Potential> potentials() {
        List<Potential> potentials = new ArrayList<>();
        for (PotentialProvider provider : Providers.potentials().all()) {
            try {
                potentials.add(Lowland.potential(BackendSpec.parse(provider.id())));
            } catch (InputException e) {
                assertThat(e).hasMessageContaining("needs the option");
            }
        }
        return potentials;
    }

    static Potential named(List<Potential> potentials, String id) {
        return potentials.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    /** Whether a potential takes a structure and was made for such ones. */
    static boolean covers(Potential potential, AtomicSystem system) {
        try {
            potential.domain().check(potential.id(), system);
            return potential.domain().caveats(potential.id(), system).isEmpty();
        } catch (UnsupportedException e) {
            return false;
        }
    }
}
