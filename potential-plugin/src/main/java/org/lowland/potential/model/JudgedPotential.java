package org.lowland.potential.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;

/**
 * A model with a committee that judges it: energies and forces are the model's own; only where they are asked to {@link #judge}
 * a structure do the members, which are smaller, say what they think of it. Thread-safe where the model and the members are.
 */
public final class JudgedPotential implements Potential {
    private final Potential model;
    private final List<Potential> committee;
    private final Calibration calibration;

    /**
     * A model and its committee, closed together.
     *
     * @param model what computes
     * @param committee what judges, of the same level of theory
     * @param calibration what their spread tells
     */
    public JudgedPotential(Potential model, List<? extends Potential> committee, Calibration calibration) {
        this.model = model;
        this.committee = List.copyOf(committee);
        this.calibration = calibration;
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public Domain domain() {
        return model.domain();
    }

    @Override
    public Batching batching() {
        return model.batching();
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        return model.evaluate(systems);
    }

    /** What the spread of the committee means; doubtful where it is larger than near minima of what they have learned. */
    @Override
    public Evaluation judge(AtomicSystem system, Evaluation evaluation) {
        Spread spread = Spread.of(
                evaluation,
                committee.stream().map(member -> member.evaluate(system)).toList());
        double force = calibration.forceScale() * spread.largest();
        return evaluation.withUncertainty(new Uncertainty(
                calibration.energyScale() * spread.energy(), OptionalDouble.of(force), doubt(system, spread, force)));
    }

    private Optional<String> doubt(AtomicSystem system, Spread spread, double force) {
        if (!(spread.largest() > calibration.doubtful())) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "'%s' is unsure of this structure: the force on %s may be off by %.2f eV/Å, more than near minima of what it"
                        + " has learned (%.2f); check it by another method",
                id(),
                system.describe(spread.worstAtom()),
                force,
                calibration.forceScale() * calibration.doubtful()));
    }

    @Override
    public void close() {
        model.close();
        committee.forEach(Potential::close);
    }
}
