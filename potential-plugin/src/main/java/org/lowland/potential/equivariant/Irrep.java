package org.lowland.potential.equivariant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An irreducible representation of the rotations and reflections of space: {@code 0e} a scalar, {@code 1o} a vector, {@code
 * 1e} a pseudovector. Ordered by degree, the parity of the spherical harmonics first: 0e 0o 1o 1e 2e 2o.
 *
 * @param degree l, 0 or more
 * @param parity 1 or -1: the factor that an inversion gives
 */
public record Irrep(int degree, int parity) implements Comparable<Irrep> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})([eo])");
    private static final Comparator<Irrep> ORDER =
            Comparator.comparingInt(Irrep::degree).thenComparing(irrep -> !irrep.isNatural());

    /** Checks the ranges. */
    public Irrep {
        if (degree < 0 || parity != 1 && parity != -1) {
            throw new IllegalArgumentException(
                    "an irrep needs a degree of 0 or more and a parity of 1 or -1: " + degree + ", " + parity);
        }
    }

    /** The representation of the spherical harmonics of a degree: parity (-1)^l. */
    public static Irrep ofHarmonics(int degree) {
        return new Irrep(degree, degree % 2 == 0 ? 1 : -1);
    }

    /**
     * Reads {@code 1o} and the like.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static Irrep parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no irrep; write the degree and e (even) or o (odd), for example 1o");
        }
        return new Irrep(Integer.parseInt(matcher.group(1)), matcher.group(2).equals("e") ? 1 : -1);
    }

    /** The number of components, 2l + 1. */
    public int dimension() {
        return 2 * degree + 1;
    }

    /** Whether the parity is that of the spherical harmonics of this degree. */
    public boolean isNatural() {
        return parity == (degree % 2 == 0 ? 1 : -1);
    }

    /** The representations in the product with another one: each degree from |l - l'| to l + l' once. */
    public List<Irrep> times(Irrep other) {
        List<Irrep> products = new ArrayList<>();
        for (int l = Math.abs(degree - other.degree); l <= degree + other.degree; l++) {
            products.add(new Irrep(l, parity * other.parity));
        }
        return List.copyOf(products);
    }

    @Override
    public int compareTo(Irrep other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return degree + (parity == 1 ? "e" : "o");
    }
}
