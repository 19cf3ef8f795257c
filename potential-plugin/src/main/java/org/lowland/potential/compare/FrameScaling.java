package org.lowland.potential.compare;

import java.util.List;
import org.lowland.api.InputException;

/**
 * How errors fall with the number of frames to train on: the best line through log(error) over log(frames).
 *
 * @param slope of the line; -0.5 means that four times the frames halve the error
 * @param intercept log10 of the error in eV/Å that the line has at one frame
 */
record FrameScaling(double slope, double intercept) {

    /**
     * Fits the line by least squares.
     *
     * @param frames numbers of frames, two different ones or more
     * @param errors as many, positive
     * @throws InputException when all numbers of frames are the same
     */
    static FrameScaling fit(List<Long> frames, List<Double> errors) {
        double n = frames.size();
        double x = frames.stream().mapToDouble(Math::log10).sum() / n;
        double y = errors.stream().mapToDouble(Math::log10).sum() / n;
        double squares = 0;
        double products = 0;
        for (int k = 0; k < frames.size(); k++) {
            double dx = Math.log10(frames.get(k)) - x;
            squares += dx * dx;
            products += dx * (Math.log10(errors.get(k)) - y);
        }
        if (squares == 0) {
            throw new InputException("All trainings had " + frames.get(0)
                    + " frames; errors over frames need trainings on different numbers of them");
        }
        double slope = products / squares;
        return new FrameScaling(slope, y - slope * x);
    }

    /** The error in eV/Å that the line has. */
    double error(double frames) {
        return Math.pow(10, intercept + slope * Math.log10(frames));
    }
}
