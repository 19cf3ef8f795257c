package org.lowland.api.spi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.lowland.api.InputException;

/**
 * One typed option of a backend.
 *
 * @param name lower-case letters, digits and hyphens
 * @param kind what a value looks like, for help texts: {@code number}, {@code path}, {@code energy|force}
 * @param parser from text to value; throws IllegalArgumentException on text that is none
 * @param defaultValue what holds when the option is not given; empty when it then has no value
 * @param description one line for help texts, with the unit
 * @param <T> the type of its values
 */
public record OptionSpec<T>(
        String name, String kind, Function<String, T> parser, Optional<T> defaultValue, String description) {

    public OptionSpec {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(parser);
        Objects.requireNonNull(defaultValue);
        Objects.requireNonNull(description);
    }

    /**
     * An option whose values are finite numbers.
     *
     * @param name of the option
     * @param defaultValue what holds when it is not given
     * @param description one line, with the unit
     * @return the option
     */
    public static OptionSpec<Double> number(String name, double defaultValue, String description) {
        return new OptionSpec<>(name, "number", OptionSpec::finite, Optional.of(defaultValue), description);
    }

    /**
     * An option whose values are whole numbers.
     *
     * @param name of the option
     * @param defaultValue what holds when it is not given
     * @param description one line
     * @return the option
     */
    public static OptionSpec<Long> integer(String name, long defaultValue, String description) {
        return new OptionSpec<>(name, "integer", Long::valueOf, Optional.of(defaultValue), description);
    }

    /**
     * An option that is on or off.
     *
     * @param name of the option
     * @param defaultValue what holds when it is not given
     * @param description one line
     * @return the option
     */
    public static OptionSpec<Boolean> flag(String name, boolean defaultValue, String description) {
        return choice(name, List.of("true", "false"), String.valueOf(defaultValue), description)
                .map("true|false", Boolean::valueOf);
    }

    /**
     * An option with free text for a value and no default, for example a path.
     *
     * @param name of the option
     * @param kind what a value looks like
     * @param description one line
     * @return the option
     */
    public static OptionSpec<String> text(String name, String kind, String description) {
        return new OptionSpec<>(name, kind, Function.identity(), Optional.empty(), description);
    }

    /**
     * An option with a few possible values.
     *
     * @param name of the option
     * @param values the possible ones
     * @param defaultValue what holds when it is not given
     * @param description one line
     * @return the option
     */
    public static OptionSpec<String> choice(String name, List<String> values, String defaultValue, String description) {
        List<String> known = List.copyOf(values);
        Function<String, String> parser = text -> {
            if (!known.contains(text)) {
                throw new IllegalArgumentException("not one of " + known);
            }
            return text;
        };
        return new OptionSpec<>(name, String.join("|", known), parser, Optional.of(defaultValue), description);
    }

    private <U> OptionSpec<U> map(String newKind, Function<T, U> function) {
        return new OptionSpec<>(name, newKind, parser.andThen(function), defaultValue.map(function), description);
    }

    /**
     * Reads a value.
     *
     * @param owner the backend's id, for the message
     * @param text as typed
     * @return the value
     * @throws InputException when the text is no value of this option
     */
    public T parse(String owner, String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    "Option '" + name + "' of '" + owner + "' is '" + text + "'; give " + kind + " (" + description
                            + ")",
                    e);
        }
    }

    private static double finite(String text) {
        double value = Double.parseDouble(text.toLowerCase(Locale.ROOT));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(text + " is not a finite number");
        }
        return value;
    }
}
