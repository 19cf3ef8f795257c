package org.lowland.io.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;
import org.lowland.io.file.Limits;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;

/** Reads a data set of arrays as frames, with labels or without, in eV and Å. Confined to one thread. */
final class ArrayReader implements RecordReader<LabelledFrame> {
    private final Path file;
    private final LabelUnits units;
    private final ArrayFrames frames;
    private final UnitCheck check;
    private boolean anyLabelled;
    private boolean inPart;
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
        this.check = new UnitCheck(file, units);
    }

    @Override
    public boolean hasNext() {
        return frames.hasNext();
    }

    @Override
    public LabelledFrame next() {
        index++;
        ArrayFrame frame = frames.next();
        inPart = frame.hasForcesInPart();
        try {
            AtomicSystem system = frame.system(units);
            if (!frame.isLabelled()) {
                return partlyLabelled(frame, system);
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

    /** A structure with an energy, with forces, or with neither. */
    private LabelledFrame partlyLabelled(ArrayFrame frame, AtomicSystem system) {
        LabelledFrame bare = LabelledFrame.of(system);
        if (frame.hasEnergy()) {
            double energy = frame.energy().orElseThrow() * units.energy();
            return bare.with("energy", Double.toString(energy));
        }
        if (frame.hasForces()) {
            double[] forces = SampleMaker.scaled(frame.forces().orElseThrow(), units.force());
            return new LabelledFrame(system, Optional.empty(), "", Map.of(), List.of(AtomColumn.ofForces(forces)));
        }
        return bare;
    }

    /** Forces that are left out and, with the last frame, what is doubtful about the units. */
    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (inPart) {
            remarks.add("the forces on some atoms are NaN: all of the structure are left out");
        }
        if (anyLabelled && !frames.hasNext()) {
            remarks.addAll(check.warnings());
        }
        return remarks;
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
