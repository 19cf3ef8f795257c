package org.lowland.rl.strider.equivariant;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.TensorProduct;

/**
 * The form of a policy of spherical features.
 *
 * @param name under which it is found
 * @param elements atomic numbers that it knows
 * @param hidden the features of an atom, scalars first
 * @param harmonics those of the vector to a neighbour
 * @param output what becomes the displacement: one vector
 * @param convolutions how often neighbours are looked at
 * @param radialWidth of the one hidden layer on the radial functions
 * @param radialFunctions of the distance
 * @param cutoff of neighbours in Å
 */
public record EquivariantForm(
        String name,
        List<Integer> elements,
        Irreps hidden,
        Irreps harmonics,
        Irreps output,
        int convolutions,
        int radialWidth,
        int radialFunctions,
        double cutoff) {
    private static final List<Integer> KOB_ANDERSEN = List.of(28, 15);
    private static final int RADIAL_WIDTH = 32;
    private static final int RADIAL_FUNCTIONS = 8;
    private static final double CUTOFF = 1.5;

    /**
     * The published configuration; its labels make all features even and take harmonics of degrees 0 and 3.
     *
     * @return 128x0e+64x1e+4x2e
     */
    public static EquivariantForm published() {
        return new EquivariantForm(
                "published",
                KOB_ANDERSEN,
                Irreps.parse("128x0e+64x1e+4x2e"),
                Irreps.parse("1x0e+1x3e"),
                Irreps.parse("1x1e"),
                2,
                RADIAL_WIDTH,
                RADIAL_FUNCTIONS,
                CUTOFF);
    }

    /**
     * The same with harmonics of degrees 0 to 2 and vectors that are odd, as displacements are.
     *
     * @return 128x0e+64x1o+4x2e
     */
    public static EquivariantForm corrected() {
        return new EquivariantForm(
                "corrected",
                KOB_ANDERSEN,
                Irreps.parse("128x0e+64x1o+4x2e"),
                Irreps.harmonics(2),
                Irreps.parse("1x1o"),
                2,
                RADIAL_WIDTH,
                RADIAL_FUNCTIONS,
                CUTOFF);
    }

    /**
     * Finds a form.
     *
     * @param name published or corrected
     * @return the form
     * @throws InputException when there is none of that name
     */
    public static EquivariantForm named(String name) {
        return switch (name) {
            case "published" -> published();
            case "corrected" -> corrected();
            default ->
                throw new InputException("There is no equivariant form '" + name + "'; known: corrected, published");
        };
    }

    /**
     * Whether a displacement other than zero can come out at all: whether its representation can be reached from scalars by
     * products with the harmonics that keep to the hidden features.
     *
     * @return true or false
     */
    public boolean canMove() {
        Set<Irrep> kept = new HashSet<>();
        hidden.terms().forEach(term -> kept.add(term.irrep()));
        Set<Irrep> second = new HashSet<>();
        harmonics.terms().forEach(term -> second.add(term.irrep()));
        return TensorProduct.reachable(Set.of(new Irrep(0, 1)), second, kept)
                .contains(output.terms().get(0).irrep());
    }
}
