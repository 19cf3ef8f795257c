package org.lowland.potential.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.io.dataset.DataSetOptions;
import org.lowland.io.dataset.LabelUnits;

/**
 * The section {@code data} of a configuration. What is learned and what it is judged on while learning is divided by
 * molecule ({@code held-out}), by frame ({@code training} and {@code validation}), or by file ({@code
 * validation-frames}).
 *
 * @param frames files: NumPy archives, HDF5 or extended XYZ
 * @param units of the labels; those usual for the format if null
 * @param energies name of the energies in NumPy archives and HDF5; the usual ones if null
 * @param forces name of the forces in NumPy archives and HDF5; the usual ones if null
 * @param heldOut share of the molecules that the network never sees
 * @param training which frames to train on
 * @param validation which frames to judge on
 * @param shuffled whether the frames are shuffled by the seed before they are counted
 * @param validationFrames files to judge on
 * @param test files to measure the finished model on
 * @param heldOutFrames most frames that the learning curve is measured on; the card uses all; 200 if null
 * @param largestForce frames with a larger force in eV/Å are left out; none if null
 * @param seed of the division; the training's own if null
 * @param also more frames to train on, which are never held out
 */
record DataSettings(
        List<String> frames,
        String units,
        String energies,
        String forces,
        @JsonProperty("held-out") Double heldOut,
        FrameChoice training,
        FrameChoice validation,
        boolean shuffled,
        @JsonProperty("validation-frames") List<String> validationFrames,
        List<String> test,
        @JsonProperty("held-out-frames") Integer heldOutFrames,
        @JsonProperty("largest-force") Double largestForce,
        Long seed,
        List<Also> also) {
    private static final int JUDGED = 200;

    DataSettings {
        if (frames == null || frames.isEmpty()) {
            throw new InputException("data needs frames, a list of files");
        }
        frames = List.copyOf(frames);
        validationFrames = validationFrames == null ? List.of() : List.copyOf(validationFrames);
        test = test == null ? List.of() : List.copyOf(test);
        also = also == null ? List.of() : List.copyOf(also);
        int ways = (heldOut != null ? 1 : 0) + (validation != null ? 1 : 0) + (validationFrames.isEmpty() ? 0 : 1);
        if (ways != 1) {
            throw new InputException("data needs one of held-out (a share of the molecules), validation (frames) and"
                    + " validation-frames (files), to judge the network on");
        }
        if (heldOut != null && !(heldOut > 0 && heldOut < 1)) {
            throw new InputException("data.held-out is " + heldOut + "; give a share between 0 and 1");
        }
        if (heldOut != null && (training != null || shuffled)) {
            throw new InputException("data.held-out divides by molecule; training and shuffled go with validation");
        }
        if (heldOutFrames != null && heldOutFrames < 1 || largestForce != null && !(largestForce > 0)) {
            throw new InputException("data.held-out-frames and data.largest-force must be positive");
        }
    }

    /**
     * Frames of the same level of theory from elsewhere, with a weight.
     *
     * @param frames files
     * @param repeat how many times each frame is met in a pass over all; once if null
     * @param units of the labels; those usual for the format if null
     * @param energies name of the energies in NumPy archives and HDF5; the usual ones if null
     * @param forces name of the forces in NumPy archives and HDF5; the usual ones if null
     * @param shift added to the energy of each frame, eV, where their zero is another one; none if null
     */
    record Also(List<String> frames, Integer repeat, String units, String energies, String forces, Double shift) {
        Also {
            if (frames == null || frames.isEmpty()) {
                throw new InputException("data.also needs frames, a list of files");
            }
            frames = List.copyOf(frames);
            repeat = repeat == null ? 1 : repeat;
            shift = shift == null ? 0 : shift;
            if (!Double.isFinite(shift)) {
                throw new InputException("data.also.shift is " + shift + "; give an energy in eV");
            }
            if (repeat < 1) {
                throw new InputException("data.also.repeat is " + repeat + "; give 1 or more");
            }
        }

        DataSetOptions options() {
            return DataSettings.options(units, energies, forces);
        }
    }

    DataSetOptions options() {
        return options(units, energies, forces);
    }

    private static DataSetOptions options(String units, String energies, String forces) {
        return new DataSetOptions(
                Optional.ofNullable(units).map(LabelUnits::of),
                Optional.ofNullable(energies),
                Optional.ofNullable(forces));
    }

    /** The seed of the division. */
    long seedOr(long training) {
        return seed == null ? training : seed;
    }

    /** How many frames the learning curve is measured on. */
    int judged() {
        return heldOutFrames == null ? JUDGED : heldOutFrames;
    }

    double largest() {
        return largestForce == null ? Double.POSITIVE_INFINITY : largestForce;
    }
}
