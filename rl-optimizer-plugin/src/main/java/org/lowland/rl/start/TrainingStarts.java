package org.lowland.rl.start;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * The fresh structures of a training: some to learn on, others to judge by.
 *
 * @param name of the liquid
 * @param atoms of a structure; as usual for the liquid if null
 * @param temperature kT of the liquid in eV; as usual if null
 * @param training how many structures to learn on
 * @param validation how many others to judge by
 * @param seed of the series
 */
public record TrainingStarts(String name, Integer atoms, Double temperature, int training, int validation, long seed) {

    /**
     * Checks the numbers.
     *
     * @throws InputException when there are none to learn on or to judge by
     */
    public TrainingStarts {
        Objects.requireNonNull(name);
        if (training < 1 || validation < 1) {
            throw new InputException("training-starts and validation-starts must be 1 or more");
        }
    }

    /**
     * The structures.
     *
     * @param own to learn on
     * @param others to judge by
     */
    public record Made(List<AtomicSystem> own, List<AtomicSystem> others) {}

    /**
     * {@return the liquid}
     *
     * @throws InputException when there is none of that name
     */
    public Liquid liquid() {
        Liquid usual = Liquid.named(name);
        return usual.with(
                Optional.ofNullable(atoms).orElse(usual.atoms()),
                Optional.ofNullable(temperature).orElse(usual.temperature()));
    }

    /**
     * Makes the structures, the same for the same seed.
     *
     * @param potential of the liquid
     * @param check refuses a structure
     * @param log is told how many there will be
     * @return those to learn on and those to judge by
     */
    public Made make(Potential potential, Consumer<AtomicSystem> check, PrintWriter log) {
        int count = training + validation;
        log.println("making " + count + " liquids");
        log.flush();
        Liquid liquid = liquid();
        List<AtomicSystem> starts = IntStream.range(0, count)
                .mapToObj(number -> liquid.sample(potential, seed, number).system())
                .toList();
        starts.forEach(check);
        return new Made(starts.subList(0, training), starts.subList(training, count));
    }

    /** {@return what must be the same when a training is resumed} */
    public String description() {
        return name + ", atoms " + atoms + ", temperature " + temperature + ", " + training + " + " + validation
                + " starts of seed " + seed;
    }
}
