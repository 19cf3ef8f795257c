package org.lowland.potential.distill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lowland.api.optimize.Forces;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.io.format.LabelledFrame;
import org.lowland.potential.distill.frames.Candidate;
import org.lowland.potential.distill.frames.FrameSettings;

/**
 * Labels structures in one batch and keeps those whose labels can be believed. A frame carries {@code species} (what a
 * training divides by), {@code molecule} (its own key), {@code kind} and, of an ensemble, {@code spread} (the standard
 * deviation of the energy in eV).
 */
final class Labeller {
    private final Potential teacher;
    private final double largestForce;
    private final double largestSpread;

    Labeller(Potential teacher, DistillationSettings settings) {
        this.teacher = teacher;
        this.largestForce = settings.largestForce();
        this.largestSpread = settings.spread();
    }

    /**
     * Labels structures.
     *
     * @param candidates the structures
     * @param dropped hears why one is left out
     * @return the frames that are kept, in the order of the structures
     */
    List<LabelledFrame> label(List<Candidate> candidates, Consumer<Dropped> dropped) {
        List<Candidate> sane = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (FrameSettings.fused(candidate.system())) {
                dropped.accept(Dropped.FUSED);
            } else {
                sane.add(candidate);
            }
        }
        List<Evaluation> labels =
                teacher.evaluate(sane.stream().map(Candidate::system).toList());
        List<LabelledFrame> frames = new ArrayList<>();
        for (int k = 0; k < sane.size(); k++) {
            Candidate candidate = sane.get(k);
            Evaluation label = labels.get(k);
            if (!label.isFinite() || !(Forces.fmax(candidate.system(), label) < largestForce)) {
                dropped.accept(Dropped.FORCE);
            } else if (label.uncertainty().map(Uncertainty::energy).orElse(0.0)
                            / Math.sqrt(candidate.system().size())
                    > largestSpread) {
                dropped.accept(Dropped.SPREAD);
            } else {
                frames.add(frame(candidate, label));
            }
        }
        return frames;
    }

    private static LabelledFrame frame(Candidate candidate, Evaluation label) {
        LabelledFrame frame = LabelledFrame.of(candidate.system(), label)
                .with("species", candidate.group())
                .with("molecule", candidate.molecule())
                .with("kind", candidate.kind());
        return label.uncertainty().isEmpty()
                ? frame
                : frame.with("spread", Double.toString(label.uncertainty().get().energy()));
    }
}
