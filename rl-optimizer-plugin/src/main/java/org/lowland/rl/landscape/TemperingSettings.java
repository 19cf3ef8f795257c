package org.lowland.rl.landscape;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.InputException;

/**
 * How parallel tempering moves.
 *
 * @param replicas the number of temperatures, 2 or more
 * @param coldest kT of the coldest replica in eV
 * @param hottest kT of the hottest in eV; those between rise by a constant factor
 * @param timeStep the first of the dynamics of unit masses, in Å √(amu/eV); each temperature adapts its own
 * @param trajectory the number of steps of dynamics, each one evaluation, that make a move
 * @param quenchEvery the number of moves between two quenches of the coldest replica
 * @param radius of the container as in {@link BasinHoppingSettings}
 * @param quenchEvaluations the largest number of evaluations in one quench
 * @param checkpoint the file that the search is saved to after every quench and goes on from; {@code {seed}} in its
 *     name stands for the seed
 */
public record TemperingSettings(
        int replicas,
        double coldest,
        double hottest,
        double timeStep,
        int trajectory,
        int quenchEvery,
        OptionalDouble radius,
        long quenchEvaluations,
        Optional<Path> checkpoint) {

    /**
     * Checks the settings.
     *
     * @throws InputException when one of them makes no sense
     */
    public TemperingSettings {
        require(replicas >= 2 && replicas <= 1000, "replicas", replicas, "2 to 1000");
        require(coldest > 0, "coldest", coldest, "a positive energy in eV");
        require(hottest > coldest, "hottest", hottest, "more than 'coldest', in eV");
        require(timeStep > 0, "time-step", timeStep, "a positive time in Å √(amu/eV)");
        require(trajectory >= 1, "trajectory", trajectory, "1 or more");
        require(quenchEvery >= 1, "quench-every", quenchEvery, "1 or more");
        require(radius.isEmpty() || radius.getAsDouble() > 0, "radius", radius.orElse(0), "a positive length in Å");
        require(quenchEvaluations >= 1, "quench-evaluations", quenchEvaluations, "1 or more");
    }

    /** {@return kT of a replica in eV, the coldest first} */
    double temperature(int replica) {
        return coldest * Math.pow(hottest / coldest, replica / (replicas - 1.0));
    }

    private static void require(boolean condition, String name, double value, String wanted) {
        if (!condition || Double.isInfinite(value)) {
            throw new InputException("Option '" + name + "' of 'parallel-tempering' is " + value + "; give " + wanted);
        }
    }
}
