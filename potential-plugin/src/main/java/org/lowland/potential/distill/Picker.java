package org.lowland.potential.distill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.potential.distill.frames.Candidate;
import org.lowland.potential.distill.frames.FrameSettings;

/** Picks the structures that a committee disagrees on. Thread-safe where the committee is. */
final class Picker {
    private final PickedSettings settings;
    private final Potential committee;

    /** A structure with its place among all and the committee's disagreement in eV/Å. */
    private record Judged(int index, String molecule, double disagreement) {}

    Picker(PickedSettings settings, Potential committee) {
        this.settings = settings;
        this.committee = committee;
    }

    /**
     * Picks structures.
     *
     * @param candidates the structures
     * @param dropped hears why one is left out
     * @return those that are picked, in their order
     */
    List<Candidate> pick(List<Candidate> candidates, Consumer<Dropped> dropped) {
        Map<String, List<Judged>> byMolecule = new HashMap<>();
        for (Judged judged : judge(candidates, dropped)) {
            if (judged.disagreement() < settings.smallest()) {
                dropped.accept(Dropped.AGREED);
            } else if (!(judged.disagreement() <= settings.largest())) {
                dropped.accept(Dropped.ABSURD);
            } else {
                byMolecule
                        .computeIfAbsent(judged.molecule(), molecule -> new ArrayList<>())
                        .add(judged);
            }
        }
        Set<Integer> picked = new HashSet<>();
        for (List<Judged> own : byMolecule.values()) {
            own.sort(Comparator.comparingDouble(Judged::disagreement).reversed().thenComparingInt(Judged::index));
            int taken = Math.min(settings.each(), own.size());
            own.subList(0, taken).forEach(judged -> picked.add(judged.index()));
            for (int k = taken; k < own.size(); k++) {
                dropped.accept(Dropped.AGREED);
            }
        }
        List<Candidate> kept = new ArrayList<>();
        for (int k = 0; k < candidates.size(); k++) {
            if (picked.contains(k)) {
                kept.add(candidates.get(k));
            }
        }
        return kept;
    }

    private List<Judged> judge(List<Candidate> candidates, Consumer<Dropped> dropped) {
        List<Integer> sane = new ArrayList<>();
        for (int k = 0; k < candidates.size(); k++) {
            if (FrameSettings.fused(candidates.get(k).system())) {
                dropped.accept(Dropped.FUSED);
            } else {
                sane.add(k);
            }
        }
        List<Evaluation> opinions = committee.evaluate(
                sane.stream().map(k -> candidates.get(k).system()).toList());
        List<Judged> judged = new ArrayList<>();
        for (int k = 0; k < sane.size(); k++) {
            double disagreement = opinions.get(k)
                    .uncertainty()
                    .map(Uncertainty::force)
                    .orElseThrow()
                    .orElseThrow();
            judged.add(new Judged(sane.get(k), candidates.get(sane.get(k)).molecule(), disagreement));
        }
        return judged;
    }
}
