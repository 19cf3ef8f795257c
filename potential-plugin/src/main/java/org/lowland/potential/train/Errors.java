package org.lowland.potential.train;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;

/**
 * How far a potential is from labels.
 *
 * @param frames how many were compared
 * @param forceMae mean absolute error of a force component, eV/Å
 * @param forceRmse root mean square error of a force component, eV/Å
 * @param energyMae mean absolute error of the total energy, kcal/mol
 * @param energyMaePerAtom the same divided by the number of atoms, meV/atom
 */
record Errors(int frames, double forceMae, double forceRmse, double energyMae, double energyMaePerAtom) {
    private static final int BATCH = 32;
    private static final int BIN = 10;

    /** Compares on all frames. */
    static Errors of(Potential potential, List<Frame> frames) {
        double absolute = 0;
        double square = 0;
        double energy = 0;
        double perAtom = 0;
        long components = 0;
        for (int start = 0; start < frames.size(); start += BATCH) {
            List<Frame> batch = frames.subList(start, Math.min(frames.size(), start + BATCH));
            List<AtomicSystem> systems = batch.stream().map(Frame::system).toList();
            List<Evaluation> evaluations = potential.evaluate(systems);
            for (int b = 0; b < batch.size(); b++) {
                Frame frame = batch.get(b);
                double[] forces = evaluations.get(b).forces();
                for (int k = 0; k < forces.length; k++) {
                    double difference = forces[k] - frame.forces()[k];
                    absolute += Math.abs(difference);
                    square += difference * difference;
                }
                components += forces.length;
                double difference = Math.abs(evaluations.get(b).energy() - frame.energy());
                energy += difference;
                perAtom += difference / frame.size();
            }
        }
        int n = frames.size();
        return new Errors(
                n,
                absolute / components,
                Math.sqrt(square / components),
                energy / n * Units.KCAL_PER_MOL_PER_EV,
                perAtom / n * 1000);
    }

    /** The errors by size of the molecule: the key is the smallest number of atoms in its bin of ten. */
    static TreeMap<Integer, Errors> bySize(Potential potential, List<Frame> frames) {
        TreeMap<Integer, List<Frame>> bins = new TreeMap<>();
        for (Frame frame : frames) {
            bins.computeIfAbsent(frame.size() / BIN * BIN, size -> new ArrayList<>())
                    .add(frame);
        }
        TreeMap<Integer, Errors> errors = new TreeMap<>();
        bins.forEach((size, members) -> errors.put(size, of(potential, members)));
        return errors;
    }
}
