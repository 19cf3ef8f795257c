package org.lowland.io.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.system.Formula;
import org.lowland.io.file.TextFiles;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;

/** Extended XYZ with energies and forces, as ASE writes it. */
final class XyzDataSet implements DataSetFormat {
    private static final String GROUP = "species";
    private static final String KIND = "kind";

    @Override
    public List<String> endings() {
        return List.of(".xyz", ".extxyz");
    }

    @Override
    public LabelUnits units() {
        return LabelUnits.EV;
    }

    @Override
    public void read(Path file, DataSetOptions options, SampleMaker into) {
        if (options.energies().isPresent() || options.forces().isPresent()) {
            throw new InputException(file
                    + ": names of energies and forces can be chosen in NumPy archives and HDF5 only; extended XYZ has"
                    + " 'energy' and 'forces'");
        }
        try (XyzReader reader = XyzReader.of(file.toString(), TextFiles.reader(file, options.limits()))) {
            while (reader.hasNext()) {
                LabelledFrame frame = reader.next();
                if (frame.evaluation().isEmpty()) {
                    throw new InputException(
                            file + ": frame " + reader.index() + " has no energy or no forces; both are needed");
                }
                String given = frame.info().get(GROUP);
                String group = given == null ? Formula.of(frame.system()) : given;
                into.add(
                        group,
                        Optional.ofNullable(frame.info().get(KIND)),
                        frame.system(),
                        frame.evaluation().get().energy(),
                        frame.evaluation().get().forces());
            }
        }
    }
}
