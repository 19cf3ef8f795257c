package org.lowland.io.dataset;

import static org.lowland.io.format.Feature.COORDINATES;
import static org.lowland.io.format.Feature.ENERGIES;
import static org.lowland.io.format.Feature.FORCES;
import static org.lowland.io.format.Feature.SEVERAL;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.io.file.Limits;
import org.lowland.io.format.FormatProvider;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;

/** The data sets of arrays among the formats: what trainings read, in conversions. */
public final class ArrayFormats implements FormatProvider {
    private static final String NUMPY = "npz";
    private static final String HDF = "hdf5";

    @Override
    public List<StructureFormat> formats() {
        return List.of(numpy(Optional.empty()), hdf(Optional.empty()));
    }

    /**
     * A format read in units that are said.
     *
     * @param format one of these, or any
     * @param units of the numbers in the file
     * @return the format, read so
     * @throws InputException when the format is none of arrays
     */
    public static StructureFormat in(StructureFormat format, LabelUnits units) {
        return switch (format.id()) {
            case NUMPY -> numpy(Optional.of(units));
            case HDF -> hdf(Optional.of(units));
            default ->
                throw new InputException(
                        "Units are said of NPZ and HDF5; " + format.name() + " has its own, in which it is read");
        };
    }

    private static StructureFormat numpy(Optional<LabelUnits> units) {
        return StructureFormat.builder(
                        NUMPY, "NPZ", "arrays of NumPy in the layout of rMD17, in Å, kcal/mol and kcal/mol/Å")
                .endings(NUMPY)
                .carries(COORDINATES, SEVERAL, ENERGIES, FORCES)
                .filing(new Arrays(new NumpyDataSet(), new byte[] {'P', 'K', 3, 4}, units))
                .writing(NumpyAppender::new)
                .build();
    }

    private static StructureFormat hdf(Optional<LabelUnits> units) {
        return StructureFormat.builder(
                        HDF,
                        "HDF5",
                        "HDF5 in the layouts of the ANI sets, in Å, Hartree and Hartree/Å; put in order of size")
                .endings("h5", HDF)
                .carries(COORDINATES, SEVERAL, ENERGIES, FORCES)
                .filing(new Arrays(new HdfDataSet(), new byte[] {(byte) 0x89, 'H', 'D', 'F'}, units))
                .writing(HdfAppender::new)
                .build();
    }

    private record Arrays(ArraySet set, byte[] magic, Optional<LabelUnits> units) implements StructureFormat.Filing {
        @Override
        public boolean begins(byte[] beginning) {
            return beginning.length >= magic.length
                    && java.util.Arrays.equals(beginning, 0, magic.length, magic, 0, magic.length);
        }

        @Override
        public RecordReader<? extends Structure> open(Path file, Limits limits) {
            return new ArrayReader(set, file, limits, units.orElse(set.units()));
        }
    }
}
