package org.lowland.rl.strider.episode;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lowland.api.InputException;

/** What a step is worth. */
public enum Reward {
    /** The energy that the step lowered, for each atom. */
    LOWERED,
    /** How far the new energy lies below that of as many steps of FIRE, as published. */
    PUBLISHED,
    /** The same and exp(-0.05 (energy - that of FIRE)), the published notebook. */
    PUBLISHED_NOTEBOOK,
    /** Nothing until the last step, then the energy for each atom between the start and the quenched end. */
    QUENCHED;

    private static final double STEEPNESS = 0.05;

    /**
     * Finds a reward.
     *
     * @param name in small letters with hyphens
     * @return the reward
     * @throws InputException when there is none of that name
     */
    public static Reward named(String name) {
        return Arrays.stream(values())
                .filter(reward -> reward.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("The reward is '" + name + "'; known: "
                        + Arrays.stream(values()).map(Reward::label).collect(Collectors.joining(", "))));
    }

    /** {@return its name in a configuration} */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the energy of FIRE is the reference; otherwise that of the start is. */
    boolean comparesWithFire() {
        return this == PUBLISHED || this == PUBLISHED_NOTEBOOK;
    }

    /** The reward of a step between two situations, the quenched energy aside. */
    double of(Situation before, Situation after) {
        double above = after.energy() - after.reference();
        return switch (this) {
            case LOWERED -> (before.energy() - after.energy()) / before.atoms();
            case PUBLISHED -> -above;
            case PUBLISHED_NOTEBOOK -> -above + Math.exp(-STEEPNESS * above);
            case QUENCHED -> 0;
        };
    }

    /** The derivative of the reward by the energy after the step. */
    double slope(Situation after) {
        return switch (this) {
            case LOWERED -> -1.0 / after.atoms();
            case PUBLISHED -> -1;
            case PUBLISHED_NOTEBOOK -> -1 - STEEPNESS * Math.exp(-STEEPNESS * (after.energy() - after.reference()));
            case QUENCHED -> 0;
        };
    }
}
