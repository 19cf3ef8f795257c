package org.lowland.rl.strider.equivariant;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.policygradient.function.ParametricFunction;
import org.lowland.rl.strider.episode.Reach;
import org.lowland.rl.strider.episode.Situation;

/**
 * From a structure to displacements by convolutions of spherical features, as in NequIP (S. Batzner et al., Nat. Commun.
 * 13, 2453 (2022)): scalars that tell the element; products of the neighbours' features with harmonics of the direction,
 * weighted by a perceptron of the distance; linear mixing, gates; a linear map to one vector, less its mean over the atoms.
 * In plain loops. There is no derivative by the state: pathwise gradients stop where it looks at one. Immutable and
 * thread-safe.
 */
public final class EquivariantFunction implements ParametricFunction<Situation> {
    private final EquivariantForm form;
    private final GateMap gate;
    private final Messages messages;
    private final RadialWeights radial;
    private final LinearMap mixing;
    private final LinearMap own;
    private final LinearMap head;
    private final int scalars;
    private final int hidden;

    /**
     * A function of a form.
     *
     * @param form of the network
     */
    public EquivariantFunction(EquivariantForm form) {
        this.form = form;
        this.gate = new GateMap(form.hidden());
        this.messages = new Messages(form.hidden(), form.harmonics());
        this.radial = new RadialWeights(form.radialFunctions(), form.radialWidth(), messages.weights());
        this.mixing = new LinearMap(messages.output(), gate.input());
        this.own = new LinearMap(form.hidden(), gate.input());
        this.head = new LinearMap(form.hidden(), form.output());
        this.scalars = form.hidden().terms().get(0).count();
        this.hidden = form.hidden().dimension();
    }

    private int convolutionSize() {
        return radial.size() + mixing.size() + own.size();
    }

    private int convolutionAt(int number) {
        return form.elements().size() * scalars + number * convolutionSize();
    }

    private int headAt() {
        return convolutionAt(form.convolutions());
    }

    @Override
    public int size() {
        return headAt() + head.size();
    }

    /** Standard normal numbers, as all maps scale themselves. */
    @Override
    public double[] initial(RandomGenerator random) {
        double[] parameters = new double[size()];
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = random.nextGaussian();
        }
        return parameters;
    }

    /** What a convolution leaves for the way back. */
    private record Stage(double[] features, double[] radialSums, double[] weights, double[] sums, double[] mixed) {}

    /** All that a pass forward leaves for one backward. */
    private final class Pass {
        private final double[] parameters;
        private final int atoms;
        private final int[] kinds;
        private final Neighbourhood near;
        private final double[] matrices;
        private final List<Stage> stages = new ArrayList<>();
        private double[] features;

        Pass(double[] parameters, AtomicSystem system) {
            this.parameters = parameters;
            this.atoms = system.size();
            this.kinds = form.kinds(system);
            this.near = new Neighbourhood(form, system);
            this.matrices = messages.matrices(near);
            this.features = new double[atoms * hidden];
            for (int atom = 0; atom < atoms; atom++) {
                System.arraycopy(parameters, kinds[atom] * scalars, features, atom * hidden, scalars);
            }
            for (int number = 0; number < form.convolutions(); number++) {
                convolve(convolutionAt(number));
            }
        }

        private void convolve(int at) {
            double[] radialSums = radial.sums(parameters, at, near);
            double[] weights = radial.values(parameters, at, radialSums);
            double[] sums = messages.sums(near, matrices, weights, features);
            double[] mixed = new double[atoms * mixing.outputs()];
            mixing.add(parameters, at + radial.size(), sums, mixed, atoms);
            own.add(parameters, at + radial.size() + mixing.size(), features, mixed, atoms);
            stages.add(new Stage(features, radialSums, weights, sums, mixed));
            features = gate.forward(mixed, atoms);
        }

        double[] value() {
            double[] value = new double[3 * atoms];
            head.add(parameters, headAt(), features, value, atoms);
            for (int k = 0; k < value.length; k++) {
                value[k] *= form.step();
            }
            Reach.takeMeanAway(value);
            return value;
        }

        void backward(double[] cotangent, double[] sum) {
            double[] by = cotangent.clone();
            Reach.takeMeanAway(by);
            for (int k = 0; k < by.length; k++) {
                by[k] *= form.step();
            }
            double[] byFeatures = new double[atoms * hidden];
            head.addGradients(parameters, headAt(), features, by, atoms, sum, byFeatures);
            for (int number = form.convolutions() - 1; number >= 0; number--) {
                byFeatures = backward(convolutionAt(number), stages.get(number), byFeatures, sum);
            }
            for (int atom = 0; atom < atoms; atom++) {
                for (int k = 0; k < scalars; k++) {
                    sum[kinds[atom] * scalars + k] += byFeatures[atom * hidden + k];
                }
            }
        }

        private double[] backward(int at, Stage stage, double[] byNext, double[] sum) {
            int mixingAt = at + radial.size();
            double[] byMixed = gate.backward(stage.mixed(), byNext, atoms);
            double[] bySums = new double[stage.sums().length];
            double[] byFeatures = new double[stage.features().length];
            double[] byWeights = new double[stage.weights().length];
            mixing.addGradients(parameters, mixingAt, stage.sums(), byMixed, atoms, sum, bySums);
            own.addGradients(parameters, mixingAt + mixing.size(), stage.features(), byMixed, atoms, sum, byFeatures);
            messages.addGradients(near, matrices, stage.weights(), stage.features(), bySums, byWeights, byFeatures);
            radial.addGradient(parameters, at, near, stage.radialSums(), byWeights, sum);
            return byFeatures;
        }
    }

    /**
     * What the features of the atoms are after each convolution, those of the elements first.
     *
     * @param parameters {@link #size()} numbers
     * @param system the atoms
     * @return for each convolution the numbers of the hidden features, atom after atom
     * @throws UnsupportedException when the form does not know an element
     */
    public List<double[]> features(double[] parameters, AtomicSystem system) {
        Pass pass = new Pass(parameters, system);
        List<double[]> all = new ArrayList<>();
        pass.stages.forEach(stage -> all.add(stage.features()));
        all.add(pass.features);
        return all;
    }

    /**
     * The displacements.
     *
     * @param parameters {@link #size()} numbers
     * @param system the atoms
     * @return 3N components in Å
     * @throws UnsupportedException when the form does not know an element
     */
    public double[] value(double[] parameters, AtomicSystem system) {
        return new Pass(parameters, system).value();
    }

    @Override
    public double[] value(double[] parameters, Situation state) {
        return value(parameters, state.system());
    }

    @Override
    public void addGradient(double[] parameters, Situation state, double[] cotangent, double[] sum) {
        new Pass(parameters, state.system()).backward(cotangent, sum);
    }

    /** {@return the form} */
    public EquivariantForm form() {
        return form;
    }
}
