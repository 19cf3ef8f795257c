package org.lowland.io.dataset;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lowland.api.InputException;
import org.lowland.io.file.Limits;

/**
 * HDF5 in the layouts of the ANI sets: a group for each formula with {@code atomic_numbers} (N), or one for each number
 * of atoms with {@code species} (n, N); in both, coordinates (n, N, 3), energies (n) and forces (n, N, 3). Smith et al.,
 * Scientific Data 7, 134 (2020); Devereux et al., J. Chem. Theory Comput. 16, 4192 (2020). Structures whose labels are NaN,
 * which these sets use for what was not computed, are left out.
 */
final class HdfDataSet implements ArraySet {
    private static final int MOST_LEVELS = 20;
    private static final String POSITIONS = "coordinates";
    private static final List<String> NUMBERS = List.of("atomic_numbers", "species");
    private static final List<String> ENERGIES = List.of("energies", "energy", "wb97x_dz.energy");
    private static final List<String> FORCES = List.of("forces", "wb97x_dz.forces");

    @Override
    public List<String> endings() {
        return List.of(".h5", ".hdf5");
    }

    @Override
    public LabelUnits units() {
        return LabelUnits.HARTREE;
    }

    @Override
    public ArrayFrames frames(Path file, DataSetOptions options, boolean labelled) {
        HdfFile hdf = open(file);
        try {
            List<Supplier<Iterator<ArrayFrame>>> groups = new ArrayList<>();
            for (Group group : told(file, () -> groups(hdf, MOST_LEVELS).toList())) {
                groups.add(() -> told(file, () -> structures(file, group, options, labelled)));
            }
            return new HdfFrames(groups, hdf::close);
        } catch (InputException e) {
            hdf.close();
            throw e;
        }
    }

    private static HdfFile open(Path file) {
        return told(file, () -> new HdfFile(file));
    }

    private static <T> T told(Path file, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library meets some kinds of damage with exceptions of other kinds than its own.
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new InputException(file + ": this HDF5 file cannot be read (" + reason + "); fetch it again", e);
        } catch (OutOfMemoryError e) {
            // The library takes as much memory at once as a damaged header claims.
            throw new InputException(
                    file + ": this HDF5 file claims to hold more than fits into the memory; fetch it again", e);
        }
    }

    /** The groups that hold structures. */
    private static Stream<Group> groups(Group group, int levels) {
        if (levels == 0) {
            throw new InputException("groups lie in groups more than " + MOST_LEVELS + " levels deep");
        }
        if (group.getChild(POSITIONS) instanceof Dataset) {
            return Stream.of(group);
        }
        return group.getChildren().values().stream()
                .filter(Group.class::isInstance)
                .flatMap(inner -> groups((Group) inner, levels - 1));
    }

    private static Iterator<ArrayFrame> structures(Path file, Group group, DataSetOptions options, boolean labelled) {
        Limits limits = options.limits();
        double[] positions = values((Dataset) group.getChild(POSITIONS), limits);
        double[] numbers = values(need(file, group, NUMBERS), limits);
        Optional<double[]> energies =
                labels(file, group, options.energies().map(List::of).orElse(ENERGIES), labelled, limits);
        Optional<double[]> forces =
                labels(file, group, options.forces().map(List::of).orElse(FORCES), labelled, limits);
        int[] shape = ((Dataset) group.getChild(POSITIONS)).getDimensions();
        int frames = shape.length == 3 ? shape[0] : 0;
        int atoms = shape.length == 3 ? shape[1] : 0;
        boolean shared = numbers.length == atoms;
        if (positions.length != 3 * frames * atoms
                || forces.filter(array -> array.length != positions.length).isPresent()
                || energies.filter(array -> array.length != frames).isPresent()
                || !shared && numbers.length != frames * atoms) {
            throw new InputException(file + ": the arrays of the group '" + group.getPath() + "' do not fit together: "
                    + Arrays.toString(shape) + " coordinates, "
                    + energies.map(array -> array.length).orElse(0) + " energies, "
                    + forces.map(array -> array.length).orElse(0) + " components of forces, " + numbers.length
                    + " atomic numbers");
        }
        return IntStream.range(0, frames)
                .mapToObj(frame -> new ArrayFrame(
                        shared ? numbers : row(numbers, frame, atoms),
                        row(positions, frame, 3 * atoms),
                        energies.map(array -> array[frame]),
                        forces.map(array -> row(array, frame, 3 * atoms))))
                .iterator();
    }

    private static Optional<double[]> labels(
            Path file, Group group, List<String> names, boolean needed, Limits limits) {
        return needed
                ? Optional.of(values(need(file, group, names), limits))
                : find(group, names).map(found -> values(found, limits));
    }

    private static Optional<Dataset> find(Group group, List<String> names) {
        return names.stream()
                .map(group::getChild)
                .filter(Dataset.class::isInstance)
                .map(Dataset.class::cast)
                .findFirst();
    }

    private static Dataset need(Path file, Group group, List<String> names) {
        return find(group, names)
                .orElseThrow(() -> new InputException(file + ": the group '" + group.getPath()
                        + "' has no " + String.join(" or ", names) + "; it holds "
                        + String.join(", ", group.getChildren().keySet())
                        + ". Atomic numbers, coordinates, energies and forces are needed"));
    }

    private static double[] values(Dataset dataset, Limits limits) {
        limits.requireArray("array " + dataset.getPath(), bytes(dataset));
        Object flat = dataset.getDataFlat();
        double[] values = new double[Array.getLength(flat)];
        for (int k = 0; k < values.length; k++) {
            values[k] = Array.getDouble(flat, k);
        }
        return values;
    }

    /** What the numbers take in memory. */
    private static long bytes(Dataset dataset) {
        long bytes = Double.BYTES;
        for (int length : dataset.getDimensions()) {
            bytes = length > 0 && bytes > Long.MAX_VALUE / length ? Long.MAX_VALUE : bytes * length;
        }
        return bytes;
    }

    private static double[] row(double[] values, int index, int length) {
        return Arrays.copyOfRange(values, index * length, (index + 1) * length);
    }
}
