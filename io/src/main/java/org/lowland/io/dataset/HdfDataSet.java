package org.lowland.io.dataset;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lowland.api.InputException;

/**
 * HDF5 in the layouts of the ANI sets: a group for each formula with {@code atomic_numbers} (N), or one for each number
 * of atoms with {@code species} (n, N); in both, coordinates (n, N, 3), energies (n) and forces (n, N, 3). Smith et al.,
 * Scientific Data 7, 134 (2020); Devereux et al., J. Chem. Theory Comput. 16, 4192 (2020). Structures whose labels are NaN,
 * which these sets use for what was not computed, are left out.
 */
final class HdfDataSet implements DataSetFormat {
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
    public void read(Path file, DataSetOptions options, SampleMaker into) {
        try (HdfFile hdf = new HdfFile(file)) {
            read(file, hdf, options, into);
        } catch (HdfException e) {
            throw new InputException(
                    file + ": this HDF5 file cannot be read (" + e.getMessage() + "); fetch it again", e);
        }
    }

    private static void read(Path file, Group group, DataSetOptions options, SampleMaker into) {
        if (group.getChild(POSITIONS) instanceof Dataset positions) {
            structures(file, group, positions, options, into);
            return;
        }
        for (Node node : group) {
            if (node instanceof Group inner) {
                read(file, inner, options, into);
            }
        }
    }

    private static void structures(
            Path file, Group group, Dataset coordinates, DataSetOptions options, SampleMaker into) {
        double[] positions = values(coordinates);
        double[] numbers = values(need(file, group, NUMBERS));
        double[] energies =
                values(need(file, group, options.energies().map(List::of).orElse(ENERGIES)));
        double[] forces =
                values(need(file, group, options.forces().map(List::of).orElse(FORCES)));
        int frames = energies.length;
        int atoms = frames == 0 ? 0 : positions.length / (3 * frames);
        boolean shared = numbers.length == atoms;
        if (positions.length != 3 * frames * atoms
                || forces.length != positions.length
                || !shared && numbers.length != frames * atoms) {
            throw new InputException(file + ": the arrays of the group '" + group.getPath() + "' do not fit together: "
                    + frames + " energies, " + positions.length + " coordinates, " + forces.length
                    + " components of forces, " + numbers.length + " atomic numbers");
        }
        for (int frame = 0; frame < frames; frame++) {
            double[] labels = row(forces, frame, 3 * atoms);
            if (Double.isNaN(energies[frame]) || Arrays.stream(labels).anyMatch(Double::isNaN)) {
                into.leaveOut();
                continue;
            }
            double[] species = shared ? numbers : row(numbers, frame, atoms);
            into.add(species, row(positions, frame, 3 * atoms), energies[frame], labels);
        }
    }

    private static Dataset need(Path file, Group group, List<String> names) {
        Optional<Dataset> found = names.stream()
                .map(group::getChild)
                .filter(Dataset.class::isInstance)
                .map(Dataset.class::cast)
                .findFirst();
        return found.orElseThrow(() -> new InputException(file + ": the group '" + group.getPath()
                + "' has no " + String.join(" or ", names) + "; it holds "
                + String.join(", ", group.getChildren().keySet())
                + ". Atomic numbers, coordinates, energies and forces are needed"));
    }

    private static double[] values(Dataset dataset) {
        Object flat = dataset.getDataFlat();
        double[] values = new double[Array.getLength(flat)];
        for (int k = 0; k < values.length; k++) {
            values[k] = Array.getDouble(flat, k);
        }
        return values;
    }

    private static double[] row(double[] values, int index, int length) {
        return Arrays.copyOfRange(values, index * length, (index + 1) * length);
    }
}
