package org.lowland.potential.train;

import java.util.List;
import org.lowland.api.system.NeighborList;

/**
 * What networks are scaled by.
 *
 * @param frames to train on, at least one
 */
record FrameStatistics(List<Frame> frames) {
    private static final int SAMPLE = 200;

    /** The root of the mean square of all force components, eV/Å. */
    double forceRms() {
        return forceRms(List.of());
    }

    /** The same of what is left of the forces when a vector in eV/Å has been taken off each; none for an empty list. */
    double forceRms(List<Double> vector) {
        double[] off = new double[3];
        for (int axis = 0; axis < vector.size(); axis++) {
            off[axis] = vector.get(axis);
        }
        double sum = 0;
        long count = 0;
        for (Frame frame : frames) {
            for (int k = 0; k < frame.forces().length; k++) {
                double component = frame.forces()[k] - off[k % 3];
                sum += component * component;
            }
            count += frame.forces().length;
        }
        return Math.sqrt(sum / count);
    }

    /** The mean of all forces, a vector in eV/Å. */
    List<Double> meanForce() {
        double[] sum = new double[3];
        long atoms = 0;
        for (Frame frame : frames) {
            for (int k = 0; k < frame.forces().length; k++) {
                sum[k % 3] += frame.forces()[k];
            }
            atoms += frame.size();
        }
        return List.of(sum[0] / atoms, sum[1] / atoms, sum[2] / atoms);
    }

    /** How many atoms there are within a distance in Å of an atom, on average over up to 200 frames spread evenly. */
    double neighbors(double cutoff) {
        int sample = Math.min(SAMPLE, frames.size());
        long pairs = 0;
        long atoms = 0;
        for (int k = 0; k < sample; k++) {
            Frame frame = frames.get((int) ((long) k * frames.size() / sample));
            pairs += 2L * NeighborList.allImages(frame.system(), cutoff).size();
            atoms += frame.size();
        }
        return (double) pairs / atoms;
    }
}
