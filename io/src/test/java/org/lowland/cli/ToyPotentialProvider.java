package org.lowland.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;

/** Springs along bonds, as slow as wanted, on a machine without a GPU. */
public final class ToyPotentialProvider implements PotentialProvider {
    static final String MEMBER = "5e884898";

    private static final OptionSpec<Long> DELAY = OptionSpec.integer("delay", 0, "milliseconds for a batch");
    private static final OptionSpec<String> DEVICE =
            OptionSpec.choice("device", List.of("cpu", "gpu"), "cpu", "where it runs");

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String description() {
        return "springs along bonds";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(DELAY, DEVICE);
    }

    @Override
    public Optional<String> card(Options options) {
        return Optional.of("# toy\n\nsprings, with " + options.get(DELAY) + " ms of delay");
    }

    @Override
    public Map<String, String> checksums(Options options) {
        return Map.of("member-1", MEMBER);
    }

    @Override
    public Potential create(Options options) {
        if (options.get(DEVICE).equals("gpu")) {
            throw new BackendException("'toy' finds no GPU on this machine; leave '--device gpu' out");
        }
        return new Springs("toy", true, options.get(DELAY));
    }
}
