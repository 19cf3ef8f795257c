package org.lowland.potential.analytic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.NeighborList;

/** Which periodic images of a pair of atoms interact. */
enum Images {
    /** Every image within the cutoff. */
    ALL {
        @Override
        NeighborList pairs(AtomicSystem system, double cutoff) {
            return NeighborList.allImages(system, cutoff);
        }
    },
    /** The nearest image only, also in a box narrower than twice the cutoff. */
    MINIMUM {
        @Override
        NeighborList pairs(AtomicSystem system, double cutoff) {
            return NeighborList.minimumImage(system, cutoff);
        }
    };

    abstract NeighborList pairs(AtomicSystem system, double cutoff);

    /** The names that an option takes, in lower case. */
    static List<String> names() {
        return Arrays.stream(values()).map(Images::toString).toList();
    }

    static Images named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
