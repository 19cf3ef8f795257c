package org.lowland.potential.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.api.potential.Batching;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;

/**
 * The mean of several potentials, whose spread is the uncertainty: the standard deviation (n - 1) of their energies and
 * of the force on the atom where they differ most.
 * Thread-safe where its members are.
 */
public final class CommitteePotential implements Potential {
    private final List<Potential> members;
    private final Domain domain;

    /**
     * A committee.
     *
     * @param members two or more potentials of one level of theory, closed with the committee
     * @throws InputException when there are fewer, or they are not of one level of theory
     */
    public CommitteePotential(List<? extends Potential> members) {
        this.members = List.copyOf(members);
        if (members.size() < 2) {
            throw new InputException("'committee' needs two models or more");
        }
        Domain first = members.get(0).domain();
        for (Potential member : members) {
            if (!member.domain().levelOfTheory().equals(first.levelOfTheory())) {
                throw new InputException("'committee': the models are of several levels of theory, '"
                        + first.levelOfTheory() + "' and '" + member.domain().levelOfTheory()
                        + "'; take models of one");
            }
        }
        List<Domain> domains = members.stream().map(Potential::domain).toList();
        this.domain = new Domain(
                common(domains.stream().map(Domain::elements).toList()),
                common(domains.stream().map(Domain::charges).toList()),
                common(domains.stream().map(Domain::multiplicities).toList()),
                domains.stream().allMatch(Domain::periodic),
                domains.stream().allMatch(Domain::freeSpace),
                domains.stream().allMatch(Domain::smooth),
                domains.stream().allMatch(d -> d.cutoff().isPresent())
                        ? OptionalDouble.of(domains.stream()
                                .mapToDouble(d -> d.cutoff().getAsDouble())
                                .max()
                                .orElseThrow())
                        : OptionalDouble.empty(),
                first.levelOfTheory(),
                domains.stream()
                        .map(Domain::forces)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                common(domains.stream().map(Domain::molecules).toList()));
    }

    /** What all know; empty where none is limited. */
    private static <T> Optional<Set<T>> common(List<Optional<Set<T>>> known) {
        Set<T> shared = null;
        for (Optional<Set<T>> one : known) {
            if (one.isPresent() && shared == null) {
                shared = new HashSet<>(one.get());
            } else if (one.isPresent()) {
                shared.retainAll(one.get());
            }
        }
        return Optional.ofNullable(shared);
    }

    @Override
    public String id() {
        return "committee";
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public Batching batching() {
        return members.get(0).batching();
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        systems.forEach(system -> domain.check(id(), system));
        List<List<Evaluation>> opinions = new ArrayList<>();
        for (Potential member : members) {
            opinions.add(member.evaluate(systems));
        }
        List<Evaluation> evaluations = new ArrayList<>(systems.size());
        for (int s = 0; s < systems.size(); s++) {
            int system = s;
            evaluations.add(mean(opinions.stream().map(all -> all.get(system)).toList()));
        }
        return evaluations;
    }

    private static Evaluation mean(List<Evaluation> opinions) {
        int n = opinions.size();
        double energy = 0;
        double[] forces = new double[opinions.get(0).forces().length];
        for (Evaluation opinion : opinions) {
            energy += opinion.energy() / n;
            double[] own = opinion.forces();
            for (int k = 0; k < forces.length; k++) {
                forces[k] += own[k] / n;
            }
        }
        double squares = 0;
        double[] spread = new double[forces.length / 3];
        for (Evaluation opinion : opinions) {
            squares += (opinion.energy() - energy) * (opinion.energy() - energy);
            double[] own = opinion.forces();
            for (int k = 0; k < forces.length; k++) {
                spread[k / 3] += (own[k] - forces[k]) * (own[k] - forces[k]);
            }
        }
        double largest = Arrays.stream(spread).max().orElse(0);
        return withMeanStress(Evaluation.of(energy, forces), opinions)
                .withUncertainty(new Uncertainty(
                        Math.sqrt(squares / (n - 1)),
                        OptionalDouble.of(Math.sqrt(largest / (n - 1))),
                        Optional.empty()));
    }

    private static Evaluation withMeanStress(Evaluation mean, List<Evaluation> opinions) {
        double[] sum = new double[9];
        for (Evaluation opinion : opinions) {
            if (opinion.stress().isEmpty()) {
                return mean;
            }
            double[] own = opinion.stress().get();
            for (int k = 0; k < 9; k++) {
                sum[k] += own[k] / opinions.size();
            }
        }
        return mean.withStress(sum);
    }

    @Override
    public void close() {
        members.forEach(Potential::close);
    }
}
