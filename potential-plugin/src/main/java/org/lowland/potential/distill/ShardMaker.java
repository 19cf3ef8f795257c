package org.lowland.potential.distill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.LowlandException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import org.lowland.potential.distill.frames.Candidate;
import org.lowland.potential.distill.frames.FrameGenerator;
import org.lowland.potential.distill.frames.FrameSettings;
import org.lowland.potential.distill.frames.Molecule;
import org.lowland.potential.distill.species.Source;

/** Makes the frames of one shard: first structures, the student's relaxations, all kinds of structures, labels. Thread-safe. */
final class ShardMaker {
    private final DistillationSettings settings;
    private final Potential student;
    private final Potential teacher;
    private final Optional<Picker> picker;

    /**
     * A maker.
     *
     * @param settings the recipe
     * @param student relaxes and moves
     * @param teacher labels
     * @param picker chooses what is labelled; all structures are where it is absent
     */
    ShardMaker(DistillationSettings settings, Potential student, Potential teacher, Optional<Picker> picker) {
        this.settings = settings;
        this.student = student;
        this.teacher = teacher;
        this.picker = picker;
    }

    /**
     * Makes the frames and writes them, the report first.
     *
     * @param sources the molecules
     * @param seed of all that is random in this shard
     * @param file for the frames
     * @param report for what was left out
     */
    void make(List<Source> sources, long seed, Path file, Path report) {
        long begin = System.nanoTime();
        Map<Dropped, Integer> dropped = ShardReport.counter();
        Consumer<Dropped> count = reason -> dropped.merge(reason, 1, Integer::sum);
        List<Candidate> candidates = candidates(molecules(sources, seed, count), seed);
        List<Candidate> chosen = picker.isEmpty() ? candidates : picker.get().pick(candidates, count);
        List<LabelledFrame> frames = new Labeller(teacher, settings).label(chosen, count);
        try (XyzWriter writer = XyzWriter.create(file)) {
            frames.forEach(writer::write);
            new ShardReport((System.nanoTime() - begin) * 1e-9, dropped).write(report);
            writer.commit();
        }
    }

    private List<Molecule> molecules(List<Source> sources, long seed, Consumer<Dropped> dropped) {
        List<Source> owners = new ArrayList<>();
        List<AtomicSystem> starts = new ArrayList<>();
        for (Source source : sources) {
            List<AtomicSystem> usable =
                    source.starts(seed).stream().filter(this::isTaken).toList();
            if (usable.isEmpty()) {
                dropped.accept(Dropped.UNBUILT);
            }
            for (AtomicSystem start : usable) {
                owners.add(source);
                starts.add(start);
            }
        }
        List<List<Walk.Position>> paths = settings.frames().relax(student, starts);
        List<Molecule> molecules = new ArrayList<>();
        for (int k = 0; k < paths.size(); k++) {
            molecules.add(new Molecule(
                    owners.get(k).species().group(), owners.get(k).species().key(), paths.get(k)));
        }
        return molecules;
    }

    /** Each kind has random numbers of its own, so that the settings of one do not change another. */
    private List<Candidate> candidates(List<Molecule> molecules, long seed) {
        List<Candidate> candidates = new ArrayList<>();
        for (FrameGenerator generator : settings.frames().generators(student, teacher)) {
            Well19937c random = new Well19937c(31 * seed + generator.kind().hashCode());
            candidates.addAll(generator.generate(molecules, random));
        }
        return candidates;
    }

    /** A structure that a generator has built wrongly is not. */
    private boolean isTaken(AtomicSystem structure) {
        try {
            teacher.domain().check(teacher.id(), structure);
            student.domain().check(student.id(), structure);
            return !FrameSettings.fused(structure);
        } catch (LowlandException outside) {
            return false;
        }
    }
}
