package org.lowland.api.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lowland.api.InputException;

/** The values of a backend's options, checked against what the backend declares. Immutable. */
public final class Options {
    private final String owner;
    private final Map<OptionSpec<?>, Object> values;

    private Options(String owner, Map<OptionSpec<?>, Object> values) {
        this.owner = owner;
        this.values = values;
    }

    /**
     * Checks and parses what was typed.
     *
     * @param owner the provider that will read the options
     * @param typed names and values as typed
     * @return the values, defaults filled in
     * @throws InputException when a name is unknown, with the list of the known ones, or a value cannot be read
     */
    public static Options parse(Provider owner, Map<String, String> typed) {
        Map<OptionSpec<?>, Object> values = new LinkedHashMap<>();
        List<OptionSpec<?>> specs = owner.options();
        for (Map.Entry<String, String> entry : typed.entrySet()) {
            OptionSpec<?> spec = specs.stream()
                    .filter(s -> s.name().equals(entry.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new InputException(
                            "'" + owner.id() + "' has no option '" + entry.getKey() + "'; " + known(specs)));
            values.put(spec, spec.parse(owner.id(), entry.getValue()));
        }
        return new Options(owner.id(), values);
    }

    private static String known(List<OptionSpec<?>> specs) {
        return specs.isEmpty()
                ? "it has none"
                : "known: " + specs.stream().map(OptionSpec::name).collect(Collectors.joining(", "));
    }

    /**
     * The value of an option that has a default or must be given.
     *
     * @param spec the option, the same instance that the provider declares
     * @param <T> the type of its values
     * @return the value given, or the default
     * @throws InputException when it was not given and has no default
     */
    public <T> T get(OptionSpec<T> spec) {
        return find(spec)
                .orElseThrow(() -> new InputException("'" + owner + "' needs the option '" + spec.name() + "': "
                        + spec.description() + "; write '" + owner + "?" + spec.name() + "=...'"));
    }

    /**
     * The value of an option that may be left out.
     *
     * @param spec the option, the same instance that the provider declares
     * @param <T> the type of its values
     * @return the value given, or the default, or nothing
     */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(OptionSpec<T> spec) {
        Optional<T> given = Optional.ofNullable((T) values.get(spec));
        return given.isPresent() ? given : spec.defaultValue();
    }
}
