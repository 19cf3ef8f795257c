package org.lowland.api.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lowland.api.InputException;

/**
 * The name of one backend with its options: {@code id} or {@code id?name=value&name=value}. The value runs to the next
 * ampersand or the end and may hold any other character; in a {@link BackendId}, write {@code %40} for an at sign and
 * {@code %26} for an ampersand.
 *
 * @param id the provider's id
 * @param options names and values as typed, in their order
 */
public record BackendSpec(String id, Map<String, String> options) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    public BackendSpec {
        Objects.requireNonNull(id);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * Reads a backend's name.
     *
     * @param text {@code id} or {@code id?name=value&...}
     * @return the name and the options
     * @throws InputException when the text is not of that form
     */
    public static BackendSpec parse(String text) {
        int mark = text.indexOf('?');
        String id = (mark < 0 ? text : text.substring(0, mark)).strip();
        if (!ID.matcher(id).matches()) {
            throw new InputException("'" + text + "' is not the name of a backend; write it as id or"
                    + " id?option=value&option=value, the id in lower-case letters, digits and hyphens");
        }
        Map<String, String> options = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String part : text.substring(mark + 1).split("&")) {
                int equals = part.indexOf('=');
                if (equals < 1) {
                    throw new InputException(
                            "'" + part + "' in '" + text + "' is not an option; write option=value, more with '&'");
                }
                String name = part.substring(0, equals);
                if (options.put(name, decode(part.substring(equals + 1))) != null) {
                    throw new InputException("Option '" + name + "' is given twice in '" + text + "'");
                }
            }
        }
        return new BackendSpec(id, options);
    }

    /**
     * The same with one more option, which replaces one of the same name.
     *
     * @param name of the option
     * @param value as typed
     * @return a new spec
     */
    public BackendSpec with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return new BackendSpec(id, more);
    }

    private static String decode(String value) {
        return value.replace("%40", "@").replace("%26", "&").replace("%25", "%");
    }

    private static String encode(String value) {
        return value.replace("%", "%25").replace("&", "%26").replace("@", "%40");
    }

    /** {@return the text that {@link #parse} reads} */
    @Override
    public String toString() {
        return options.isEmpty()
                ? id
                : options.entrySet().stream()
                        .map(e -> e.getKey() + "=" + encode(e.getValue()))
                        .collect(Collectors.joining("&", id + "?", ""));
    }
}
