package org.lowland.potential.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;

/** Reads labelled frames. */
final class FrameFiles {
    private static final String GROUP = "species";

    private FrameFiles() {}

    /**
     * All usable frames of some files.
     *
     * @param files extended XYZ
     * @param elements atomic numbers that the network knows
     * @param largestForce frames with a larger force in eV/Å are left out
     * @return the frames in the order of the files
     * @throws InputException when a frame lacks energy, forces or its species, or has another element
     */
    static List<Frame> read(List<Path> files, Set<Integer> elements, double largestForce) {
        List<Frame> frames = new ArrayList<>();
        for (Path file : files) {
            try (XyzReader reader = XyzReader.open(file)) {
                while (reader.hasNext()) {
                    LabelledFrame labelled = reader.next();
                    Frame frame = frame(labelled, file, reader.index(), elements);
                    if (frame.largestForce() <= largestForce) {
                        frames.add(frame);
                    }
                }
            }
        }
        if (frames.isEmpty()) {
            throw new InputException("There are no frames to train on in " + files);
        }
        return frames;
    }

    private static Frame frame(LabelledFrame labelled, Path file, int number, Set<Integer> elements) {
        String place = file + ": frame " + number;
        String group = labelled.info().get(GROUP);
        if (group == null || labelled.evaluation().isEmpty()) {
            throw new InputException(
                    place + " has no energy, no forces or no key '" + GROUP + "'; training needs all three");
        }
        for (int atom = 0; atom < labelled.system().size(); atom++) {
            if (!elements.contains(labelled.system().atomicNumber(atom))) {
                throw new InputException(place + ": " + labelled.system().describe(atom)
                        + " is not among the network's elements; add it to the configuration or leave the frame out");
            }
        }
        return Frame.of(group, labelled.system(), labelled.evaluation().get());
    }
}
