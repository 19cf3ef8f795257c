package org.lowland.io.format.crystal;

import java.util.List;
import java.util.Optional;

/**
 * A library that knows the space groups, found as a service. Its implementations load where the library is missing, and say
 * that it is. Thread-safe.
 */
public interface SpaceGroupTable {
    /** {@return whether the library is there} */
    boolean isThere();

    /**
     * Looks a setting up by name.
     *
     * @param symbol a symbol of Hermann and Mauguin or a number, with the choice behind it where there are several:
     *     {@code :1} and {@code :2} of the origin, {@code :h} and {@code :r} of the axes
     * @return the setting; empty when the library does not know it
     */
    Optional<Setting> named(String symbol);

    /**
     * Works a setting out.
     *
     * @param hall a symbol of Hall
     * @return the setting; empty when the library finds no sense in the symbol
     */
    Optional<Setting> hall(String hall);

    /**
     * A space group in one setting.
     *
     * @param number in the International Tables; 0 when the library does not say it
     * @param operations as {@code -x,y+1/2,-z}, those of centring among them
     */
    record Setting(int number, List<String> operations) {
        public Setting {
            operations = List.copyOf(operations);
        }
    }
}
