package org.lowland.io.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;
import org.lowland.io.file.Limits;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;

/** Reads a data set of arrays as frames, with labels or without, in eV and Å. Confined to one thread. */
final class ArrayReader implements RecordReader<LabelledFrame> {
    private final Path file;
    private final LabelUnits units;
    private final Stream<ArrayFrame> frames;
    private final Iterator<ArrayFrame> rest;
    private final UnitCheck check;
    private boolean anyLabelled;
    private int index;

    ArrayReader(ArraySet set, Path file, Limits limits, LabelUnits units) {
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no such file; check the name");
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": this is a folder; name the files in it");
        }
        this.file = file;
        this.units = units;
        this.frames = set.frames(file, DataSetOptions.defaults().within(limits), false);
        this.rest = frames.iterator();
        this.check = new UnitCheck(file, units);
    }

    @Override
    public boolean hasNext() {
        return rest.hasNext();
    }

    @Override
    public LabelledFrame next() {
        ArrayFrame frame = rest.next();
        index++;
        try {
            AtomicSystem system = frame.system(units);
            if (!frame.isLabelled()) {
                LabelledFrame bare = LabelledFrame.of(system);
                return frame.energy()
                        .filter(energy -> !energy.isNaN())
                        .map(energy -> bare.with("energy", Double.toString(energy * units.energy())))
                        .orElse(bare);
            }
            LabelledFrame labelled = LabelledFrame.of(system, frame.labels(units));
            anyLabelled = true;
            check.add(new Sample(
                    "",
                    Formula.of(system),
                    Optional.empty(),
                    system,
                    labelled.evaluation().orElseThrow()));
            return labelled;
        } catch (InputException e) {
            throw new InputException(file + ", record " + index + ": " + e.getMessage(), e);
        }
    }

    /** What is doubtful about the units, told with the last frame. */
    @Override
    public List<String> remarks() {
        return anyLabelled && !rest.hasNext() ? check.warnings() : List.of();
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public String title() {
        return "";
    }

    @Override
    public void close() {
        frames.close();
    }
}
