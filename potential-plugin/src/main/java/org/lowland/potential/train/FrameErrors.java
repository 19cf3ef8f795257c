package org.lowland.potential.train;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.potential.evaluate.ErrorSums;
import org.lowland.potential.evaluate.LabelErrors;

/** Compares a potential with the labels of frames. */
final class FrameErrors {
    private static final int BATCH = 32;
    private static final int BIN = 10;

    private FrameErrors() {}

    /** Compares on all frames, of which there must be one or more. */
    static LabelErrors of(Potential potential, List<Frame> frames) {
        ErrorSums sums = new ErrorSums();
        for (int start = 0; start < frames.size(); start += BATCH) {
            List<Frame> batch = frames.subList(start, Math.min(frames.size(), start + BATCH));
            List<Evaluation> evaluations =
                    potential.evaluate(batch.stream().map(Frame::system).toList());
            for (int b = 0; b < batch.size(); b++) {
                Frame frame = batch.get(b);
                sums.add(frame.place(), frame.system(), frame.labels(), evaluations.get(b));
            }
        }
        return potential.domain().hasEnergies() ? sums.errors() : sums.errors().withoutEnergies();
    }

    /** The errors by size of the molecule: the key is the smallest number of atoms in its bin of ten. */
    static TreeMap<Integer, LabelErrors> bySize(Potential potential, List<Frame> frames) {
        TreeMap<Integer, List<Frame>> bins = new TreeMap<>();
        for (Frame frame : frames) {
            bins.computeIfAbsent(frame.size() / BIN * BIN, size -> new ArrayList<>())
                    .add(frame);
        }
        TreeMap<Integer, LabelErrors> errors = new TreeMap<>();
        bins.forEach((size, members) -> errors.put(size, of(potential, members)));
        return errors;
    }
}
