package org.lowland.io.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;

/** Reads labelled structures, whatever the format; the file's name tells which it is. */
public final class DataSetReader {
    private static final List<DataSetFormat> FORMATS = List.of(new NumpyDataSet(), new HdfDataSet(), new XyzDataSet());

    private DataSetReader() {}

    /**
     * What was read.
     *
     * @param units that the numbers were taken to be in
     * @param samples how many there were
     * @param warnings what is doubtful about them, in whole sentences
     */
    public record Summary(LabelUnits units, long samples, List<String> warnings) {
        public Summary {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Reads a file from its beginning to its end.
     *
     * @param file a NumPy archive ({@code .npz}), HDF5 ({@code .h5}, {@code .hdf5}) or extended XYZ
     * @param options units and names
     * @param sink gets the structures in the order of the file
     * @return what was read
     * @throws InputException when the file cannot be read, lacks energies or forces, or an array of it is of a kind
     *     that cannot be read right
     */
    public static Summary read(Path file, DataSetOptions options, Consumer<Sample> sink) {
        if (!Files.exists(file)) {
            throw new InputException(file + ": there is no such file; check the name");
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + ": this is a folder; name the files in it");
        }
        String name = TextFiles.plainName(file);
        DataSetFormat format = FORMATS.stream()
                .filter(f -> f.endings().stream().anyMatch(name::endsWith))
                .findFirst()
                .orElseThrow(() -> new InputException(file + ": this is no data set by its name; known: "
                        + String.join(
                                ", ",
                                FORMATS.stream()
                                        .flatMap(f -> f.endings().stream())
                                        .toList())));
        LabelUnits units = options.units().orElse(format.units());
        UnitCheck check = new UnitCheck(file, units);
        SampleMaker maker = new SampleMaker(file, units, sample -> {
            check.add(sample);
            sink.accept(sample);
        });
        format.read(file, options, maker);
        if (maker.samples() == 0) {
            throw new InputException(file + ": there is no labelled structure in it");
        }
        List<String> warnings = new ArrayList<>(check.warnings());
        if (maker.leftOut() > 0) {
            warnings.add(file + ": " + maker.leftOut() + " structures without labels (NaN) were left out");
        }
        return new Summary(units, maker.samples(), warnings);
    }
}
