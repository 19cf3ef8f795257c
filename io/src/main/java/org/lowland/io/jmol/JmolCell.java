package org.lowland.io.jmol;

import java.util.List;
import java.util.Optional;
import org.jmol.api.SymmetryInterface;
import org.jmol.modelset.Atom;
import org.jmol.viewer.Viewer;
import org.lowland.api.system.Cell;

/**
 * The cell that the atoms of a model fill: the unit cell of its file, or the block of cells that it was loaded with.
 *
 * @param cell that cell; empty for a model in free space and for one that does not fill it
 * @param isAsymmetricUnit whether there is a unit cell which the atoms do not fill, because its symmetry was not applied
 */
record JmolCell(Optional<Cell> cell, boolean isAsymmetricUnit) {

    static JmolCell of(Viewer viewer, int model, List<Atom> atoms) {
        SymmetryInterface symmetry = viewer.ms.getUnitCell(model);
        if (symmetry == null || !symmetry.haveUnitCell() || symmetry.isBio()) {
            return new JmolCell(Optional.empty(), false);
        }
        double[] numbers = Precision.vectors(symmetry);
        double[] vectors = new double[9];
        System.arraycopy(numbers, 3, vectors, 0, 9);
        return new JmolCell(Optional.of(Cell.of(vectors, true, true, true)), false);
    }
}
