package org.lowland.potential.torchscript;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.lowland.api.system.AtomicSystem;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.TorchInputs;

/** Structures side by side, as the arguments that a model declares. */
final class ModelBatch {
    private final Declaration declaration;
    private final List<AtomicSystem> systems;
    private final boolean batched;
    private final int atoms;
    private final Edges edges;

    /** @param systems one, or more if the model takes {@link ModelInput#BATCH} */
    ModelBatch(Declaration declaration, List<AtomicSystem> systems) {
        this.declaration = declaration;
        this.systems = systems;
        this.batched = declaration.inputs().contains(ModelInput.BATCH);
        this.atoms = systems.stream().mapToInt(AtomicSystem::size).sum();
        this.edges = declaration.inputs().stream().anyMatch(ModelInput::isOfEdges)
                ? new Edges(systems, declaration.cutoff().orElseThrow())
                : null;
    }

    int atoms() {
        return atoms;
    }

    TorchInputs inputs() {
        return new TorchInputs(declaration.inputs().stream().map(this::tensor).toList());
    }

    private HostTensor tensor(ModelInput input) {
        return switch (input) {
            case ATOMIC_NUMBERS -> HostTensor.of(ofAtoms(Long::valueOf), atoms);
            case SPECIES -> {
                List<Integer> known = declaration.elements().orElseThrow();
                yield HostTensor.of(ofAtoms(z -> (long) known.indexOf(z)), atoms);
            }
            case POSITIONS -> lengths(joined(AtomicSystem::positions), atoms, 3);
            case BATCH -> HostTensor.of(structures(), atoms);
            case CHARGE -> ofStructures(AtomicSystem::charge);
            case MULTIPLICITY -> ofStructures(AtomicSystem::multiplicity);
            case CELL -> lengths(joined(CellValues::lattice), shape(3, 3));
            case PBC -> HostTensor.of(periodic(), shape(3));
            case EDGE_INDEX -> HostTensor.of(edges.index, 2, edges.count);
            case EDGE_SHIFTS -> lengths(edges.shifts, edges.count, 3);
            case EDGE_CELL_SHIFTS -> HostTensor.real(declaration.type(), edges.cellShifts, edges.count, 3);
        };
    }

    /** The sum of coordinates times gradients by them, nine components for each structure, in the model's unit of energy. */
    double[][] virials(ModelInput input, double[] gradient) {
        double[][] virials = new double[systems.size()][9];
        double[] coordinates =
                switch (input) {
                    case POSITIONS -> joined(AtomicSystem::positions);
                    case CELL -> joined(CellValues::lattice);
                    case EDGE_SHIFTS -> edges.shifts;
                    default -> throw new IllegalArgumentException(input + " is no geometry");
                };
        long[] structures = structures();
        for (int row = 0; row < coordinates.length / 3; row++) {
            int structure =
                    switch (input) {
                        case CELL -> row / 3;
                        case EDGE_SHIFTS -> (int) structures[(int) edges.index[row]];
                        default -> (int) structures[row];
                    };
            for (int k = 0; k < 9; k++) {
                virials[structure][k] += coordinates[3 * row + k / 3]
                        * gradient[3 * row + k % 3]
                        / declaration.units().length();
            }
        }
        return virials;
    }

    private long[] shape(long... ofOne) {
        if (!batched) {
            return ofOne;
        }
        long[] shape = new long[ofOne.length + 1];
        shape[0] = systems.size();
        System.arraycopy(ofOne, 0, shape, 1, ofOne.length);
        return shape;
    }

    private HostTensor lengths(double[] angstroms, long... shape) {
        double unit = declaration.units().length();
        return HostTensor.real(
                declaration.type(),
                Arrays.stream(angstroms).map(length -> length / unit).toArray(),
                shape);
    }

    private long[] ofAtoms(Function<Integer, Long> value) {
        return systems.stream()
                .flatMapToInt(system -> Arrays.stream(system.atomicNumbers()))
                .mapToLong(value::apply)
                .toArray();
    }

    private HostTensor ofStructures(ToIntFunction<AtomicSystem> value) {
        return HostTensor.of(systems.stream().mapToInt(value).asLongStream().toArray(), shape());
    }

    private double[] joined(Function<AtomicSystem, double[]> values) {
        return systems.stream().map(values).flatMapToDouble(Arrays::stream).toArray();
    }

    private long[] structures() {
        long[] structures = new long[atoms];
        int atom = 0;
        for (int s = 0; s < systems.size(); s++) {
            int end = atom + systems.get(s).size();
            Arrays.fill(structures, atom, end, s);
            atom = end;
        }
        return structures;
    }

    private boolean[] periodic() {
        boolean[] flags = new boolean[3 * systems.size()];
        for (int s = 0; s < systems.size(); s++) {
            System.arraycopy(CellValues.periodic(systems.get(s)), 0, flags, 3 * s, 3);
        }
        return flags;
    }
}
