package org.lowland.io.format;

import java.util.Arrays;
import java.util.List;

/**
 * One more property of each atom in an extended XYZ file, kept as it was written: {@code magmoms:R:1}.
 *
 * @param name of the property
 * @param type {@code S}, {@code I}, {@code R} or {@code L}: string, integer, real or logical
 * @param width the number of values for each atom
 * @param values N times width values, atom by atom, as written
 */
public record AtomColumn(String name, char type, int width, List<String> values) {

    public AtomColumn {
        values = List.copyOf(values);
    }

    /**
     * Forces of a frame that has no energy.
     *
     * @param forces 3N components in eV/Å
     * @return a column {@code forces}, with all their digits
     */
    public static AtomColumn ofForces(double[] forces) {
        return new AtomColumn(
                "forces",
                'R',
                3,
                Arrays.stream(forces).mapToObj(Double::toString).toList());
    }
}
