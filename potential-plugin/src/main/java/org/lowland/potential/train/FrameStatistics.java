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
        double sum = 0;
        long count = 0;
        for (Frame frame : frames) {
            for (float component : frame.forces()) {
                sum += (double) component * component;
            }
            count += frame.forces().length;
        }
        return Math.sqrt(sum / count);
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
