package org.lowland.potential.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
    static SortedMap<Integer, LabelErrors> bySize(Potential potential, List<Frame> frames) {
        return by(potential, frames, frame -> Optional.of(frame.size() / BIN * BIN));
    }

    /** The errors by kind, of the frames that have one. */
    static SortedMap<String, LabelErrors> byKind(Potential potential, List<Frame> frames) {
        return by(potential, frames, Frame::kind);
    }

    private static <K extends Comparable<K>> SortedMap<K, LabelErrors> by(
            Potential potential, List<Frame> frames, Function<Frame, Optional<K>> property) {
        SortedMap<K, List<Frame>> bins = new TreeMap<>();
        for (Frame frame : frames) {
            property.apply(frame).ifPresent(key -> bins.computeIfAbsent(key, k -> new ArrayList<>())
                    .add(frame));
        }
        SortedMap<K, LabelErrors> errors = new TreeMap<>();
        bins.forEach((key, members) -> errors.put(key, of(potential, members)));
        return errors;
    }
}
