package org.lowland.io.dataset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.lowland.api.InputException;

/**
 * NumPy archives of one molecule: nuclear charges (N), coordinates (n, N, 3), energies (n) and forces (n, N, 3), as rMD17
 * has them. Christensen and von Lilienfeld, Mach. Learn.: Sci. Technol. 1, 045018 (2020). The short names of MD17 are
 * known too. Other arrays are not read.
 */
final class NumpyDataSet implements ArraySet {
    private static final List<String> NUMBERS = List.of("nuclear_charges", "atomic_numbers", "numbers", "z", "Z");
    private static final List<String> POSITIONS = List.of("coords", "coordinates", "positions", "R");
    private static final List<String> ENERGIES = List.of("energies", "energy", "E");
    private static final List<String> FORCES = List.of("forces", "F");

    @Override
    public List<String> endings() {
        return List.of(".npz");
    }

    @Override
    public LabelUnits units() {
        return LabelUnits.KCAL_PER_MOL;
    }

    @Override
    public ArrayFrames frames(Path file, DataSetOptions options, boolean labelled) {
        try (NumpyArchive archive = NumpyArchive.open(file, options.limits())) {
            NpyArray numbers = need(file, archive, NUMBERS);
            NpyArray positions = need(file, archive, POSITIONS);
            List<String> energyNames = options.energies().map(List::of).orElse(ENERGIES);
            List<String> forceNames = options.forces().map(List::of).orElse(FORCES);
            Optional<NpyArray> energies =
                    labelled ? Optional.of(need(file, archive, energyNames)) : archive.find(energyNames);
            Optional<NpyArray> forces =
                    labelled ? Optional.of(need(file, archive, forceNames)) : archive.find(forceNames);
            long frames = positions.shape().length == 3 ? positions.shape()[0] : -1;
            int atoms = numbers.values().length;
            if (numbers.shape().length != 1) {
                throw new InputException(file + ": the nuclear charges have the shape "
                        + Arrays.toString(numbers.shape()) + " where one for each atom is needed, the same for all"
                        + " frames");
            }
            requireShape(file, "coordinates", positions, frames, atoms, 3);
            forces.ifPresent(array -> requireShape(file, "forces", array, frames, atoms, 3));
            if (energies.isPresent() && energies.get().values().length != frames) {
                throw shape(file, "energies", energies.get(), frames);
            }
            return new Rows((int) frames, numbers.values(), positions, energies, forces);
        }
    }

    private static NpyArray need(Path file, NumpyArchive archive, List<String> names) {
        return archive.find(names)
                .orElseThrow(() -> new InputException(file + ": there is no array "
                        + String.join(
                                " or ", names.stream().map(n -> "'" + n + "'").toList()) + "; it holds "
                        + String.join(", ", archive.names())
                        + ". Charges, coordinates, energies and forces are needed"));
    }

    private static void requireShape(Path file, String what, NpyArray array, long... wanted) {
        if (!Arrays.equals(array.shape(), wanted) || wanted[0] < 0) {
            throw shape(file, what, array, wanted);
        }
    }

    private static InputException shape(Path file, String what, NpyArray array, long... wanted) {
        return new InputException(file + ": the " + what + " have the shape " + Arrays.toString(array.shape())
                + " where "
                + (wanted[0] < 0 ? "(frames, atoms, 3)" : Arrays.toString(wanted)) + " is needed");
    }

    private static double[] row(NpyArray array, int index, int length) {
        return Arrays.copyOfRange(array.values(), index * length, (index + 1) * length);
    }

    /** The frames, a row of each array. */
    private static final class Rows implements ArrayFrames {
        private final int frames;
        private final double[] numbers;
        private final NpyArray positions;
        private final Optional<NpyArray> energies;
        private final Optional<NpyArray> forces;
        private int frame;

        Rows(int frames, double[] numbers, NpyArray positions, Optional<NpyArray> energies, Optional<NpyArray> forces) {
            this.frames = frames;
            this.numbers = numbers;
            this.positions = positions;
            this.energies = energies;
            this.forces = forces;
        }

        @Override
        public boolean hasNext() {
            return frame < frames;
        }

        @Override
        public ArrayFrame next() {
            if (!hasNext()) {
                throw new NoSuchElementException("There are no more structures");
            }
            int row = frame++;
            int length = 3 * numbers.length;
            return new ArrayFrame(
                    numbers,
                    row(positions, row, length),
                    energies.map(array -> array.values()[row]),
                    forces.map(array -> row(array, row, length)));
        }

        @Override
        public void close() {
            // The archive was closed once its arrays were read.
        }
    }
}
