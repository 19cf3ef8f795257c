package org.lowland.api.constraint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.lowland.api.InputException;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Torsion;

/**
 * A distance, an angle or a torsion that is to have a value, whatever the forces say. Atoms are taken where their
 * coordinates are, also in a periodic system: never at their images.
 *
 * @param kind what is held
 * @param atoms two, three or four different indices from 0, in the order of the chain that they form
 * @param target in Å or degrees; when empty, the value that the structure has
 */
public record Constraint(Kind kind, List<Integer> atoms, OptionalDouble target) {
    private static final int LARGEST_ATOM = 10_000_000;

    /** What can be held. */
    public enum Kind {
        /** Between two atoms, in Å. */
        DISTANCE(2, 0.1, 1000, "Å"),
        /** At the second of three atoms, in degrees. */
        ANGLE(3, 1, 179, "degrees"),
        /** Of four atoms about the line through the middle two, in degrees, by the rule of IUPAC. */
        TORSION(4, -360, 360, "degrees");

        private final int size;
        private final double lowest;
        private final double highest;
        private final String unit;

        Kind(int size, double lowest, double highest, String unit) {
            this.size = size;
            this.lowest = lowest;
            this.highest = highest;
            this.unit = unit;
        }

        /** {@return the number of atoms that it takes} */
        public int size() {
            return size;
        }

        /** {@return the name as it is typed} */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** How many radians, or Å, one unit of a target is. */
        double scale() {
            return this == DISTANCE ? 1 : Math.PI / 180;
        }
    }

    /**
     * Checks what can be checked without a structure, and brings torsions between -180 (exclusive) and 180 degrees.
     *
     * @throws InputException when the number of atoms is wrong, an index is negative, an atom occurs twice, or the target
     *     is out of range: a distance from 0.1 to 1000 Å, an angle from 1 to 179 degrees, a torsion from -360 to 360
     */
    public Constraint {
        atoms = List.copyOf(atoms);
        if (atoms.size() != kind.size) {
            throw new InputException("A " + kind.label() + " takes " + kind.size + " atoms, not " + atoms.size());
        }
        String name = name(kind, atoms);
        for (int atom : atoms) {
            if (atom < 0) {
                throw new InputException(
                        "The constraint '" + name + "' asks for atom " + (atom + 1) + "; atoms are counted from 1");
            }
            if (Collections.frequency(atoms, atom) > 1) {
                throw new InputException("The constraint '" + name + "' has atom " + (atom + 1) + " twice");
            }
        }
        if (target.isPresent()) {
            double value = target.getAsDouble();
            if (!(value >= kind.lowest && value <= kind.highest)) {
                throw new InputException(String.format(
                        Locale.ROOT,
                        "The constraint '%s' asks for %s %s; give a value from %s to %s",
                        name,
                        number(value),
                        kind.unit,
                        number(kind.lowest),
                        number(kind.highest)));
            }
            if (kind == Kind.TORSION) {
                target = OptionalDouble.of(value - 360 * Math.ceil((value - 180) / 360));
            }
        }
    }

    /**
     * Holds a distance.
     *
     * @param i an atom, from 0
     * @param j another one
     * @return the constraint to the value that the structure has
     */
    public static Constraint distance(int i, int j) {
        return new Constraint(Kind.DISTANCE, List.of(i, j), OptionalDouble.empty());
    }

    /**
     * Holds an angle.
     *
     * @param i an atom, from 0
     * @param j the atom at the corner
     * @param k the third one
     * @return the constraint to the value that the structure has
     */
    public static Constraint angle(int i, int j, int k) {
        return new Constraint(Kind.ANGLE, List.of(i, j, k), OptionalDouble.empty());
    }

    /**
     * Holds a torsion.
     *
     * @param i an atom, from 0
     * @param j the first atom of the axis
     * @param k the second atom of the axis
     * @param l the last atom
     * @return the constraint to the value that the structure has
     */
    public static Constraint torsion(int i, int j, int k, int l) {
        return new Constraint(Kind.TORSION, List.of(i, j, k, l), OptionalDouble.empty());
    }

    /**
     * The same with a value to be reached.
     *
     * @param value in Å or degrees
     * @return a new constraint
     * @throws InputException when it is out of range
     */
    public Constraint to(double value) {
        return new Constraint(kind, atoms, OptionalDouble.of(value));
    }

    /**
     * Reads what is typed: {@code torsion 1 2 3 4 = 60}, {@code distance 1 2 = 1.5}, {@code angle 1 2 3}.
     *
     * @param text the kind, the atoms counted from 1, and after {@code =} the value in Å or degrees; without it the value
     *     of the structure is held
     * @return the constraint
     * @throws InputException when it cannot be read or asks for what cannot be
     */
    public static Constraint parse(String text) {
        String[] sides = text.split("=", -1);
        String[] words = sides[0].strip().split("[\\s,]+");
        for (Kind kind : Kind.values()) {
            if (sides.length <= 2 && kind.label().equals(words[0].toLowerCase(Locale.ROOT))) {
                List<Integer> atoms = new ArrayList<>();
                for (int k = 1; k < words.length; k++) {
                    atoms.add(atom(words[k], text) - 1);
                }
                try {
                    Constraint held = new Constraint(kind, atoms, OptionalDouble.empty());
                    return sides.length == 1 ? held : held.to(value(sides[1], text));
                } catch (InputException e) {
                    throw new InputException("'" + text.strip() + "': " + e.getMessage(), e);
                }
            }
        }
        throw unreadable(text, null);
    }

    private static int atom(String word, String text) {
        try {
            int atom = Integer.parseInt(word);
            if (Math.abs(atom) <= LARGEST_ATOM) {
                return atom;
            }
        } catch (NumberFormatException e) {
            throw unreadable(text, e);
        }
        throw unreadable(text, null);
    }

    private static double value(String word, String text) {
        try {
            return Double.parseDouble(word.strip());
        } catch (NumberFormatException e) {
            throw unreadable(text, e);
        }
    }

    private static InputException unreadable(String text, Exception cause) {
        return new InputException(
                "'" + text.strip() + "' is no constraint; write 'distance 1 2 = 1.5', 'angle 1 2 3 = 109.5' or"
                        + " 'torsion 1 2 3 4 = 60', in Å and degrees, or leave out '= value' to hold what is there",
                cause);
    }

    /** {@return what is held, as a function of the positions in Å or radians} */
    public Primitive coordinate() {
        return switch (kind) {
            case DISTANCE -> new Distance(atoms.get(0), atoms.get(1));
            case ANGLE -> new Angle(atoms.get(0), atoms.get(1), atoms.get(2));
            case TORSION -> new Torsion(atoms.get(0), atoms.get(1), atoms.get(2), atoms.get(3));
        };
    }

    /** Whether both are of the same coordinate, read from either end. */
    boolean sameCoordinate(Constraint other) {
        List<Integer> reversed = new ArrayList<>(other.atoms);
        Collections.reverse(reversed);
        return kind == other.kind && (atoms.equals(other.atoms) || atoms.equals(reversed));
    }

    /** What is held, without the value: {@code torsion 1 2 3 4}. */
    String name() {
        return name(kind, atoms);
    }

    private static String name(Kind kind, List<Integer> atoms) {
        return kind.label() + atoms.stream().map(a -> " " + (a + 1)).collect(Collectors.joining());
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.6f", value);
        return text.replaceAll("\\.?0+$", "");
    }

    /** {@return as it is typed, for example {@code torsion 1 2 3 4 = 60}} */
    @Override
    public String toString() {
        return name() + (target.isPresent() ? " = " + number(target.getAsDouble()) : "");
    }
}
