package org.lowland.potential.equivariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a feature is made of: terms of so many copies of an {@link Irrep}, in order.
 *
 * @param terms in the order in which their numbers lie
 */
public record Irreps(List<Term> terms) {
    /** No numbers at all. */
    public static final Irreps NONE = new Irreps(List.of());

    private static final Pattern COUNT = Pattern.compile("\\d{1,7}");

    /**
     * Copies of one representation.
     *
     * @param count 0 or more
     * @param irrep of each copy
     */
    public record Term(int count, Irrep irrep) {
        /** Checks the count. */
        public Term {
            if (count < 0) {
                throw new IllegalArgumentException("a term cannot have " + count + " copies of " + irrep);
            }
        }

        /** The number of numbers. */
        public int dimension() {
            return count * irrep.dimension();
        }

        @Override
        public String toString() {
            return count + "x" + irrep;
        }
    }

    /**
     * Where a term lies in the numbers of a feature.
     *
     * @param begin the first number
     * @param end the one after the last
     */
    public record Slice(int begin, int end) {}

    /** Copies the list. */
    public Irreps {
        terms = List.copyOf(terms);
    }

    /**
     * Reads {@code 128x0e+64x1o}; {@code 1x} may be left out, and an empty text is no term.
     *
     * @throws IllegalArgumentException naming the term that is something else
     */
    public static Irreps parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        return new Irreps(Arrays.stream(text.split("\\+", -1)).map(Irreps::term).toList());
    }

    private static Term term(String text) {
        String[] parts = text.strip().split("x", 2);
        if (parts.length == 1) {
            return new Term(1, Irrep.parse(parts[0]));
        }
        if (!COUNT.matcher(parts[0].strip()).matches()) {
            throw new IllegalArgumentException("'" + text.strip() + "' is no term; write for example 32x1o");
        }
        return new Term(Integer.parseInt(parts[0].strip()), Irrep.parse(parts[1]));
    }

    /** The spherical harmonics of the degrees from 0 to a largest one, once each. */
    public static Irreps harmonics(int largest) {
        List<Term> terms = new ArrayList<>();
        for (int l = 0; l <= largest; l++) {
            terms.add(new Term(1, Irrep.ofHarmonics(l)));
        }
        return new Irreps(terms);
    }

    /** The number of numbers. */
    public int dimension() {
        return terms.stream().mapToInt(Term::dimension).sum();
    }

    /** The number of copies of all representations together. */
    public int count() {
        return terms.stream().mapToInt(Term::count).sum();
    }

    /** The number of copies of one representation. */
    public int count(Irrep irrep) {
        return terms.stream()
                .filter(term -> term.irrep().equals(irrep))
                .mapToInt(Term::count)
                .sum();
    }

    /** The largest degree; -1 if there is no term. */
    public int largestDegree() {
        return terms.stream().mapToInt(term -> term.irrep().degree()).max().orElse(-1);
    }

    /** Where each term lies. */
    public List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        int begin = 0;
        for (Term term : terms) {
            slices.add(new Slice(begin, begin + term.dimension()));
            begin += term.dimension();
        }
        return List.copyOf(slices);
    }

    /** The same terms in the order of their representations; equal ones keep theirs. */
    public Irreps sorted() {
        return new Irreps(
                terms.stream().sorted(Comparator.comparing(Term::irrep)).toList());
    }

    /** The same with neighbouring terms of one representation joined and empty terms left out. */
    public Irreps simplified() {
        List<Term> joined = new ArrayList<>();
        for (Term term : terms) {
            int last = joined.size() - 1;
            if (term.count() > 0 && last >= 0 && joined.get(last).irrep().equals(term.irrep())) {
                joined.set(last, new Term(joined.get(last).count() + term.count(), term.irrep()));
            } else if (term.count() > 0) {
                joined.add(term);
            }
        }
        return new Irreps(joined);
    }

    /** The terms of the representations that are wanted. */
    public Irreps only(Predicate<Irrep> wanted) {
        return new Irreps(
                terms.stream().filter(term -> wanted.test(term.irrep())).toList());
    }

    /** These terms and after them the others. */
    public Irreps plus(Irreps others) {
        List<Term> all = new ArrayList<>(terms);
        all.addAll(others.terms);
        return new Irreps(all);
    }

    @Override
    public String toString() {
        return terms.stream().map(Term::toString).collect(Collectors.joining("+"));
    }
}
