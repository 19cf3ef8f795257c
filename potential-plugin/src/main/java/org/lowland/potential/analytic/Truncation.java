package org.lowland.potential.analytic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is done to a pair energy u(r) so that it ends at the cutoff r<sub>c</sub>. */
enum Truncation {
    /** u(r), cut off: the energy jumps by u(r<sub>c</sub>). */
    NONE,
    /** u(r) − u(r<sub>c</sub>): the energy is continuous, the force jumps. */
    ENERGY,
    /** u(r) − u(r<sub>c</sub>) − (r − r<sub>c</sub>) u′(r<sub>c</sub>): energy and force are continuous. */
    FORCE;

    /** The names that an option takes, in lower case. */
    static List<String> names() {
        return Arrays.stream(values()).map(Truncation::toString).toList();
    }

    static Truncation named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
