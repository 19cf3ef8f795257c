package org.lowland.api.optimize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/** Every atom on a spring of 1 eV/Å² to the origin: E = ½ Σ x². It counts its calls and can be made to misbehave. */
final class Harmonic implements Potential {
    final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    private final Function<AtomicSystem, Evaluation> function;

    Harmonic() {
        this(Harmonic::springs);
    }

    Harmonic(Function<AtomicSystem, Evaluation> function) {
        this.function = function;
    }

    static Evaluation springs(AtomicSystem system) {
        double[] forces = system.positions();
        double energy = 0;
        for (int k = 0; k < forces.length; k++) {
            energy += 0.5 * forces[k] * forces[k];
            forces[k] = -forces[k];
        }
        return Evaluation.of(energy, forces);
    }

    @Override
    public String id() {
        return "harmonic";
    }

    @Override
    public Domain domain() {
        return new Domain(
                Optional.of(Set.of(1, 6)),
                Optional.empty(),
                Optional.empty(),
                true,
                true,
                true,
                OptionalDouble.empty(),
                "springs");
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        batches.add(systems.size());
        return systems.stream().map(function).toList();
    }
}
