package org.lowland.api.relax;

import java.util.Objects;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.hessian.ModelHessian;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizerKind;
import org.lowland.api.optimize.Walk;
import org.lowland.api.quadratic.InternalSpace;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.topology.Clashes;
import org.lowland.api.topology.InternalCoordinates;

/**
 * Rational function optimization in redundant internal coordinates: a quasi-Newton method that starts from a model
 * Hessian and needs a fraction of the evaluations of {@link Lbfgs} for a molecule, at the cost of some dense linear
 * algebra for each step.
 *
 * <p>What internal coordinates do not suit is relaxed by {@link Lbfgs} instead, and the walk's summary says so: periodic
 * systems, clusters without bonds, clashes, more atoms than {@code mostAtoms}; and a molecule in which it loses its way twice.
 * Never is anything but the nearest minimum on the same potential the result.
 *
 * @param hessian what is thought of the surface before anything has been computed
 * @param trust the length of the first step at most, in radians and bohr over all coordinates, the torsions about one
 *     bond counted as one
 * @param maxTrust the length of any step at most
 * @param mostAtoms larger systems are left to L-BFGS, which needs about as many evaluations there and cheaper steps
 */
public record Rfo(ModelHessian hessian, double trust, double maxTrust, int mostAtoms) implements GeometryOptimizer {
    /** The name of the default model Hessian. */
    public static final String DEFAULT_HESSIAN = "lindh";

    /** The default length of the first step. */
    public static final double DEFAULT_TRUST = 0.5;

    /** The default length of the longest step. */
    public static final double DEFAULT_MAX_TRUST = 1.0;

    /** The default of the largest system. */
    public static final int DEFAULT_MOST_ATOMS = 200;

    /**
     * Checks the settings.
     *
     * @throws InputException when a length is not positive or the first is larger than the longest
     */
    public Rfo {
        Objects.requireNonNull(hessian);
        LocalWalk.requirePositive("rfo", "trust", trust, "radians and bohr");
        LocalWalk.requirePositive("rfo", "max-trust", maxTrust, "radians and bohr");
        if (trust > maxTrust) {
            throw new InputException("The option 'trust' of 'rfo' is " + trust + ", larger than 'max-trust', "
                    + maxTrust + "; give a smaller one");
        }
        if (mostAtoms < 1) {
            throw new InputException("The option 'most-atoms' of 'rfo' is " + mostAtoms + "; give 1 or more");
        }
    }

    /** The default settings. */
    public Rfo() {
        this(ModelHessian.byId(DEFAULT_HESSIAN), DEFAULT_TRUST, DEFAULT_MAX_TRUST, DEFAULT_MOST_ATOMS);
    }

    @Override
    public String id() {
        return "rfo";
    }

    @Override
    public OptimizerKind kind() {
        return OptimizerKind.LOCAL;
    }

    @Override
    public Walk start(AtomicSystem given, OptimizationOptions options) {
        AtomicSystem system = LocalWalk.obeying(given);
        Optional<String> obstacle = obstacle(system);
        if (obstacle.isPresent()) {
            return new RfoWalk(new Lbfgs().start(system, options), options, obstacle.get());
        }
        return InternalSpace.of(system, hessian)
                .map(space -> new RfoWalk(new InternalWalk(system, options, space, this), options))
                .orElseGet(() -> new RfoWalk(
                        new Lbfgs().start(system, options), options, "no internal coordinates describe it"));
    }

    /** Why internal coordinates do not suit a system. */
    private Optional<String> obstacle(AtomicSystem system) {
        if (system.isPeriodic()) {
            return Optional.of("the system is periodic");
        }
        if (system.size() > mostAtoms) {
            return Optional.of("the system has more than " + mostAtoms + " atoms");
        }
        if (!InternalCoordinates.suit(system)) {
            return Optional.of("the atoms form no molecules");
        }
        return Clashes.any(system) ? Optional.of("atoms that no bond joins clash") : Optional.empty();
    }
}
