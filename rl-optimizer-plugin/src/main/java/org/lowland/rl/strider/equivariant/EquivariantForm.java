package org.lowland.rl.strider.equivariant;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.equivariant.Irrep;
import org.lowland.potential.equivariant.Irreps;
import org.lowland.potential.equivariant.TensorProduct;
import org.lowland.rl.policygradient.function.ParametricFunction;
import org.lowland.rl.policygradient.policy.Deviation;
import org.lowland.rl.strider.episode.DisplacementForm;
import org.lowland.rl.strider.episode.Kinds;
import org.lowland.rl.strider.episode.Situation;

/**
 * The form of a policy of spherical features: one of those that have a name, or what is changed of it.
 *
 * @param name published (128x0e+64x1e+4x2e with harmonics of degrees 0 and 3, as published) or corrected (128x0e+64x1o+4x2e
 *     with those of degrees 0 to 2)
 * @param elements atomic numbers that it knows; those of Kob and Andersen's liquid if null
 * @param hidden the features of an atom, even scalars first; those of the name if null
 * @param harmonics those of the vector to a neighbour; those of the name if null
 * @param output what becomes the displacement: one vector; that of the name if null
 * @param convolutions how often neighbours are looked at; 2 if null
 * @param radialWidth of the one hidden layer on the radial functions; 32 if null
 * @param radialFunctions of the distance; 8 if null
 * @param cutoff of neighbours in Å; 1.5 if null
 * @param step by which what the network puts out is multiplied, in Å; 0.05 if null
 * @param clip longest displacement of an atom in Å; 0.1 if null
 * @param deviation of the actions in Å; 1e-6 if null, as published
 */
public record EquivariantForm(
        String name,
        List<Integer> elements,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = IrrepsReader.class) Irreps hidden,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = IrrepsReader.class) Irreps harmonics,
        @JsonSerialize(using = ToStringSerializer.class) @JsonDeserialize(using = IrrepsReader.class) Irreps output,
        Integer convolutions,
        @JsonProperty("radial-width") Integer radialWidth,
        @JsonProperty("radial-functions") Integer radialFunctions,
        Double cutoff,
        Double step,
        Double clip,
        Double deviation)
        implements DisplacementForm {
    private static final List<Integer> KOB_ANDERSEN = List.of(28, 15);
    private static final int CONVOLUTIONS = 2;
    private static final int RADIAL_WIDTH = 32;
    private static final int RADIAL_FUNCTIONS = 8;
    private static final double CUTOFF = 1.5;
    private static final double STEP = 0.05;
    private static final double CLIP = 0.1;
    private static final double DEVIATION = 1e-6;

    /**
     * Fills in what is not given and checks the rest.
     *
     * @throws InputException when there is no form of that name, or a number is out of its range
     */
    public EquivariantForm {
        boolean isPublished = "published".equals(name);
        if (!isPublished && !"corrected".equals(name)) {
            throw new InputException("There is no equivariant form '" + name + "'; known: corrected, published");
        }
        elements = elements == null ? KOB_ANDERSEN : List.copyOf(elements);
        hidden = hidden == null ? Irreps.parse(isPublished ? "128x0e+64x1e+4x2e" : "128x0e+64x1o+4x2e") : hidden;
        harmonics = harmonics == null ? isPublished ? Irreps.parse("1x0e+1x3e") : Irreps.harmonics(2) : harmonics;
        output = output == null ? Irreps.parse(isPublished ? "1x1e" : "1x1o") : output;
        convolutions = convolutions == null ? CONVOLUTIONS : convolutions;
        radialWidth = radialWidth == null ? RADIAL_WIDTH : radialWidth;
        radialFunctions = radialFunctions == null ? RADIAL_FUNCTIONS : radialFunctions;
        cutoff = cutoff == null ? CUTOFF : cutoff;
        step = step == null ? STEP : step;
        clip = clip == null ? CLIP : clip;
        deviation = deviation == null ? DEVIATION : deviation;
        if (elements.isEmpty() || convolutions < 1 || radialWidth < 1 || radialFunctions < 1) {
            throw new InputException("A policy of spherical features needs elements, convolutions, radial-width and"
                    + " radial-functions, not " + elements + ", " + convolutions + ", " + radialWidth + ", "
                    + radialFunctions);
        }
        if (!(cutoff > 0) || !(step > 0) || !(clip > 0) || !(deviation > 0)) {
            throw new InputException("cutoff, step, clip and deviation of a policy of spherical features are positive"
                    + " lengths in Å, not " + cutoff + ", " + step + ", " + clip + ", " + deviation);
        }
        Irrep scalar = new Irrep(0, 1);
        if (hidden.terms().isEmpty() || !hidden.terms().get(0).irrep().equals(scalar)) {
            throw new InputException("The hidden features are " + hidden + "; begin with even scalars such as 16x0e");
        }
        if (output.terms().size() != 1 || output.dimension() != 3) {
            throw new InputException("The output is " + output + "; a displacement is one vector such as 1x1o");
        }
    }

    /**
     * The published configuration; its labels make all features even and take harmonics of degrees 0 and 3.
     *
     * @return 128x0e+64x1e+4x2e
     */
    public static EquivariantForm published() {
        return named("published");
    }

    /**
     * The same with harmonics of degrees 0 to 2 and vectors that are odd, as displacements are.
     *
     * @return 128x0e+64x1o+4x2e
     */
    public static EquivariantForm corrected() {
        return named("corrected");
    }

    /**
     * Finds a form.
     *
     * @param name published or corrected
     * @return the form
     * @throws InputException when there is none of that name
     */
    public static EquivariantForm named(String name) {
        return new EquivariantForm(name, null, null, null, null, null, null, null, null, null, null, null);
    }

    /**
     * The same form with other features.
     *
     * @param features of an atom, even scalars first
     * @param directions the harmonics of the vector to a neighbour
     * @return the form
     */
    public EquivariantForm with(Irreps features, Irreps directions) {
        return new EquivariantForm(
                name,
                elements,
                features,
                directions,
                output,
                convolutions,
                radialWidth,
                radialFunctions,
                cutoff,
                step,
                clip,
                deviation);
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

    @Override
    public ParametricFunction<Situation> function() {
        return new EquivariantFunction(this);
    }

    @Override
    public Deviation noise() {
        return Deviation.fixed(deviation);
    }

    @Override
    public double length() {
        return 1;
    }

    @Override
    public double longestStep() {
        return clip;
    }

    @Override
    public void requireKnown(AtomicSystem system) {
        kinds(system);
    }

    /** The kind of every atom: its place among the elements. */
    int[] kinds(AtomicSystem system) {
        return Kinds.of(elements, system);
    }
}
