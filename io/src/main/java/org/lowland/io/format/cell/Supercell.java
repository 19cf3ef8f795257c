package org.lowland.io.format.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.LabelledFrame;

/**
 * A cell repeated along its vectors. The atoms of the first cell come first, then those of the next cell along c, then
 * along b and a. Immutable and thread-safe.
 *
 * @param a how often along the first vector
 * @param b how often along the second
 * @param c how often along the third
 */
public record Supercell(int a, int b, int c) {
    private static final int MOST = 1000;

    public Supercell {
        if (a < 1 || b < 1 || c < 1 || a > MOST || b > MOST || c > MOST) {
            throw new InputException("a supercell of " + a + "x" + b + "x" + c
                    + " cannot be made; give three numbers from 1 to " + MOST + ", such as 2x2x1");
        }
    }

    /**
     * Reads {@code 2x2x1}.
     *
     * @param text three whole numbers
     * @return the supercell
     * @throws InputException when it is something else
     */
    public static Supercell parse(String text) {
        if (!text.strip().matches("\\d{1,4}[xX*,]\\d{1,4}[xX*,]\\d{1,4}")) {
            throw new InputException("'" + text + "' is no supercell; give three numbers, such as 2x2x1");
        }
        String[] parts = text.strip().split("[xX*,]");
        return new Supercell(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    /** {@return the number of cells} */
    public long cells() {
        return (long) a * b * c;
    }

    /**
     * Repeats a system.
     *
     * @param system with a cell, without constraints and unpaired electrons
     * @return the larger system; its charge is as many times as large
     * @throws InputException when the system cannot be repeated so
     */
    public AtomicSystem of(AtomicSystem system) {
        Cell cell = system.cell().orElseThrow(() -> new InputException("there is no cell that could be repeated"));
        require(system, cell);
        int count = Math.toIntExact(cells());
        int atoms = system.size();
        int[] numbers = new int[count * atoms];
        double[] positions = new double[3 * numbers.length];
        boolean[] fixed = new boolean[numbers.length];
        for (int image = 0; image < count; image++) {
            int[] shift = {image / (b * c), image / c % b, image % c};
            for (int atom = 0; atom < atoms; atom++) {
                int at = image * atoms + atom;
                numbers[at] = system.atomicNumber(atom);
                fixed[at] = system.isFixed(atom);
                for (int axis = 0; axis < 3; axis++) {
                    positions[3 * at + axis] = system.position(atom, axis)
                            + shift[0] * cell.component(0, axis)
                            + shift[1] * cell.component(1, axis)
                            + shift[2] * cell.component(2, axis);
                }
            }
        }
        return AtomicSystem.builder(numbers, positions)
                .cell(larger(cell))
                .fixed(fixed)
                .charge(Math.multiplyExact(system.charge(), count))
                .build();
    }

    /**
     * Repeats a frame with its labels: the energy is as many times as large, forces and columns are those of each atom's
     * image, the stress stays. Other totals (free energy, dipole, virial) are dropped.
     *
     * @param frame as {@link #of(AtomicSystem)}
     * @return the larger frame
     * @throws InputException when the frame cannot be repeated so
     */
    public LabelledFrame of(LabelledFrame frame) {
        AtomicSystem larger = of(frame.system());
        int count = (int) cells();
        Map<String, String> info = new LinkedHashMap<>(frame.info());
        info.keySet().removeAll(List.of("energy", "free_energy", "dipole", "virial", "magmom"));
        if (frame.evaluation().isEmpty() && frame.energy().isPresent()) {
            info.put("energy", Double.toString(count * frame.energy().getAsDouble()));
        }
        List<AtomColumn> columns = new ArrayList<>();
        for (AtomColumn column : frame.columns()) {
            List<String> values = new ArrayList<>(count * column.values().size());
            for (int image = 0; image < count; image++) {
                values.addAll(column.values());
            }
            columns.add(new AtomColumn(column.name(), column.type(), column.width(), values));
        }
        Optional<Evaluation> evaluation = frame.evaluation().map(one -> repeated(one, count));
        return new LabelledFrame(larger, evaluation, frame.comment(), info, columns);
    }

    private static Evaluation repeated(Evaluation one, int count) {
        double[] forces = one.forces();
        double[] all = new double[count * forces.length];
        for (int image = 0; image < count; image++) {
            System.arraycopy(forces, 0, all, image * forces.length, forces.length);
        }
        Evaluation evaluation = Evaluation.of(count * one.energy(), all);
        return one.stress().map(evaluation::withStress).orElse(evaluation);
    }

    private Cell larger(Cell cell) {
        double[] vectors = cell.vectors();
        int[] factors = {a, b, c};
        for (int k = 0; k < 9; k++) {
            vectors[k] *= factors[k / 3];
        }
        return Cell.of(vectors, cell.isPeriodic(0), cell.isPeriodic(1), cell.isPeriodic(2));
    }

    private void require(AtomicSystem system, Cell cell) {
        int[] factors = {a, b, c};
        for (int vector = 0; vector < 3; vector++) {
            if (factors[vector] > 1 && !cell.isPeriodic(vector)) {
                throw new InputException("space does not repeat along " + "abc".charAt(vector)
                        + ", so the structure cannot be repeated along it; give 1 there");
            }
        }
        if (!system.constraints().isEmpty() || system.bonds().length > 0) {
            throw new InputException("a structure with bonds or constraints cannot be repeated; leave them out");
        }
        if (system.multiplicity() > 2) {
            throw new InputException(
                    "unpaired electrons of several cells can be coupled in more than one way; leave the"
                            + " multiplicity out");
        }
        if (cells() * system.size() > Integer.MAX_VALUE / 3) {
            throw new InputException("a supercell of " + cells() + " times " + system.size() + " atoms is too large");
        }
    }
}
