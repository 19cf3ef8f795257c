package org.lowland.potential.torchscript;

import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;

/** What a structure's cell is to a model. */
final class CellValues {
    private CellValues() {}

    /** Nine components in Å; zeros without a cell. */
    static double[] lattice(AtomicSystem system) {
        return system.cell().map(Cell::vectors).orElse(new double[9]);
    }

    /** Three flags; none of them true without a cell. */
    static boolean[] periodic(AtomicSystem system) {
        boolean[] flags = new boolean[3];
        for (int vector = 0; vector < 3; vector++) {
            int axis = vector;
            flags[vector] = system.cell().map(cell -> cell.isPeriodic(axis)).orElse(false);
        }
        return flags;
    }
}
