package org.lowland.potential.torchscript;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lowland.api.InputException;

/** Constants as a declaration writes them: lower case, with hyphens. */
final class Names {
    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a name.
     *
     * @param setting what it stands behind, for the message
     */
    static <E extends Enum<E>> E read(Class<E> type, String setting, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(setting + ": there is no '" + name + "'; known: "
                        + Arrays.stream(type.getEnumConstants()).map(Names::of).collect(Collectors.joining(", "))));
    }
}
