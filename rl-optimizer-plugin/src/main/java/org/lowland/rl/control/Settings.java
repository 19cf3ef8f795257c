package org.lowland.rl.control;

import org.lowland.api.InputException;

/** Checks of settings. */
final class Settings {
    private Settings() {}

    static void requirePositive(String optimizer, String name, double value, String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new InputException("The option '" + name + "' of '" + optimizer + "' is " + value
                    + "; give a positive number in " + unit);
        }
    }

    static void requireFraction(String optimizer, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new InputException("The option '" + name + "' of '" + optimizer + "' is " + value
                    + "; give a number from 0 on, smaller than 1");
        }
    }
}
