package org.lowland.cli;

import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.file.Limits;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.Structure;
import org.lowland.io.format.cell.CoincidentAtoms;
import org.lowland.io.format.cell.PrimitiveCell;
import org.lowland.io.format.cell.ReducedCell;
import org.lowland.io.format.cell.Supercell;
import picocli.CommandLine.Option;

/** Another cell of the same crystal: {@code @Mixin private CellOptions cells;}. */
final class CellOptions {
    @Option(
            names = "--primitive",
            description = "write the primitive cell of crystals, Niggli-reduced; energies and forces are left out")
    private boolean primitive;

    @Option(names = "--niggli", description = "write the Niggli-reduced cell of the lattice as it is given")
    private boolean niggli;

    @Option(
            names = "--supercell",
            paramLabel = "AxBxC",
            description = "repeat the cell, such as 2x2x1, after the other changes; forces are repeated, energies"
                    + " multiplied")
    private String supercell;

    /** Changes a structure, and tells what is lost by that. */
    @FunctionalInterface
    interface Change {
        Structure apply(Structure structure, Consumer<String> lost);
    }

    /**
     * What was asked for.
     *
     * @param limits for the number of atoms that come of it
     * @return a change that leaves structures as they are where nothing was asked for
     * @throws InputException when the options contradict each other
     */
    Change change(Limits limits) {
        if (primitive && niggli) {
            throw new InputException("--primitive gives a Niggli-reduced cell already; leave --niggli out");
        }
        Supercell repeated = supercell == null ? null : Supercell.parse(supercell);
        return (structure, lost) -> {
            if (!primitive && !niggli && repeated == null) {
                return structure;
            }
            if (!(structure instanceof LabelledFrame frame)
                    || frame.system().cell().isEmpty()) {
                throw new InputException("it has no cell; --supercell, --primitive and --niggli are for crystals");
            }
            LabelledFrame changed = primitive ? primitive(frame, lost) : niggli ? reduced(frame) : frame;
            if (repeated == null) {
                return changed;
            }
            limits.requireAtoms(repeated.cells() * changed.atoms());
            return repeated.of(changed);
        };
    }

    private static LabelledFrame primitive(LabelledFrame frame, Consumer<String> lost) {
        AtomicSystem system = PrimitiveCell.of(frame.system(), CoincidentAtoms.SAME);
        if (frame.energy().isPresent() || !frame.columns().isEmpty()) {
            lost.accept("energy, forces and other values of the atoms are not those of the primitive cell: left out");
        }
        LabelledFrame bare = LabelledFrame.of(system);
        return frame.title().isEmpty() ? bare : bare.with("name", frame.title());
    }

    private static LabelledFrame reduced(LabelledFrame frame) {
        return new LabelledFrame(
                ReducedCell.of(frame.system()), frame.evaluation(), frame.comment(), frame.info(), frame.columns());
    }
}
