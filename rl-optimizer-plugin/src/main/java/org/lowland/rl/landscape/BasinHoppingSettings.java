package org.lowland.rl.landscape;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.InputException;

/**
 * How basin hopping moves and what it accepts.
 *
 * @param temperature kT of the Metropolis rule in eV; 0 accepts downhill only
 * @param step the first largest displacement of an atom along each axis, in Å
 * @param acceptance the fraction of accepted moves that the step is adapted to
 * @param start where the first quench begins
 * @param radius of the container around the centroid of the given structure in Å; when empty, 1 Å more than the
 *     distance of its farthest atom. Periodic systems have no container
 * @param quenchFmax the force in eV/Å at which a quench ends that leads to no new lowest minimum; quenches never end
 *     below the fmax of the run
 * @param quenchEvaluations the largest number of evaluations in one quench
 * @param checkpoint the file that the search is saved to after every quench and goes on from; {@code {seed}} in its
 *     name stands for the seed
 */
public record BasinHoppingSettings(
        double temperature,
        double step,
        double acceptance,
        Start start,
        OptionalDouble radius,
        double quenchFmax,
        long quenchEvaluations,
        Optional<Path> checkpoint) {

    /** Where the first quench begins. */
    public enum Start {
        /** At the given structure. */
        GIVEN,
        /** At free atoms anywhere in the container, or in the cell of a periodic system. */
        RANDOM
    }

    public BasinHoppingSettings {
        require(temperature >= 0, "temperature", temperature, "0 or more, in eV");
        require(step > 0, "step", step, "a positive length in Å");
        require(acceptance > 0 && acceptance < 1, "acceptance", acceptance, "a fraction between 0 and 1");
        require(radius.isEmpty() || radius.getAsDouble() > 0, "radius", radius.orElse(0), "a positive length in Å");
        require(quenchFmax > 0, "quench-fmax", quenchFmax, "a positive force in eV/Å");
        require(quenchEvaluations > 0, "quench-evaluations", quenchEvaluations, "1 or more");
    }

    /**
     * The settings under which the Lennard-Jones clusters are known best: D. J. Wales and J. P. K. Doye, J. Phys. Chem.
     * A 101, 5111 (1997), who give kT = 0.8ε, with moves of at most 0.4 Å along each axis and half of them accepted.
     *
     * @return settings that begin at the given structure and keep no checkpoint
     */
    public static BasinHoppingSettings defaults() {
        return new BasinHoppingSettings(
                0.8, 0.4, 0.5, Start.GIVEN, OptionalDouble.empty(), 0.01, 2000, Optional.empty());
    }

    /**
     * The same with another start.
     *
     * @param value where the first quench begins
     * @return new settings
     */
    public BasinHoppingSettings withStart(Start value) {
        return new BasinHoppingSettings(
                temperature, step, acceptance, value, radius, quenchFmax, quenchEvaluations, checkpoint);
    }

    /**
     * The same with a checkpoint.
     *
     * @param value the file
     * @return new settings
     */
    public BasinHoppingSettings withCheckpoint(Path value) {
        return new BasinHoppingSettings(
                temperature, step, acceptance, start, radius, quenchFmax, quenchEvaluations, Optional.of(value));
    }

    private static void require(boolean condition, String name, double value, String wanted) {
        if (!condition || Double.isInfinite(value)) {
            throw new InputException("Option '" + name + "' of 'basin-hopping' is " + value + "; give " + wanted);
        }
    }
}
