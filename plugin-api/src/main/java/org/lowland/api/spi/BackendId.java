package org.lowland.api.spi;

import java.util.Objects;
import org.lowland.api.InputException;

/**
 * An optimizer on a potential, {@code optimizer@potential}, each with its options: {@code rfo@organic},
 * {@code basin-hopping?temperature=0.8@lj}. The same grammar in Java, on the command line and in Jmol.
 *
 * @param optimizer the part before the at sign
 * @param potential the part after it
 */
public record BackendId(BackendSpec optimizer, BackendSpec potential) {

    public BackendId {
        Objects.requireNonNull(optimizer);
        Objects.requireNonNull(potential);
    }

    /**
     * Reads a backend id.
     *
     * @param text {@code optimizer@potential}
     * @return both parts
     * @throws InputException when the text is not of that form
     */
    public static BackendId parse(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1 || text.indexOf('@', at + 1) >= 0) {
            throw new InputException("'" + text + "' is not a backend; write optimizer@potential, for example"
                    + " rfo@organic (and %40 for an at sign inside a value)");
        }
        return new BackendId(BackendSpec.parse(text.substring(0, at)), BackendSpec.parse(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return optimizer + "@" + potential;
    }
}
