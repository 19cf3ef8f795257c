package org.lowland.potential.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Frames divided by group into training and held-out ones. Where a group goes depends on its name and the seed alone, so
 * more data never moves a molecule from one side to the other. Frames of several molecules together have all their names,
 * joined by plus signs, and are held out with any of them: what is held out is nowhere learned from.
 *
 * @param training what the network is fitted to
 * @param heldOut what it is judged on
 */
record Split(List<Frame> training, List<Frame> heldOut) {

    /**
     * Divides frames.
     *
     * @param frames all of them
     * @param share of the groups that is held out, 0 to 1
     * @param seed of the division
     * @return both sides, in the order of the frames
     */
    static Split of(List<Frame> frames, double share, long seed) {
        List<Frame> training = new ArrayList<>();
        List<Frame> heldOut = new ArrayList<>();
        for (Frame frame : frames) {
            (isHeldOut(frame.group(), share, seed) ? heldOut : training).add(frame);
        }
        return new Split(List.copyOf(training), List.copyOf(heldOut));
    }

    /** Whether a group is held out; one of several names with plus signs between them is when any of these is. */
    static boolean isHeldOut(String group, double share, long seed) {
        return Arrays.stream(group.split("\\+")).anyMatch(name -> isChosen(name, share, seed));
    }

    private static boolean isChosen(String group, double share, long seed) {
        CRC32 hash = new CRC32();
        hash.update((seed + ":" + group).getBytes(StandardCharsets.UTF_8));
        return hash.getValue() < share * 0x1p32;
    }
}
