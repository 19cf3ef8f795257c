package org.lowland.io.jmol;

import java.util.List;
import java.util.Map;
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
        Map<String, Object> about = viewer.ms.getModelAuxiliaryInfo(model);
        boolean applied = atoms.stream().anyMatch(CellRange::isPlaced);
        boolean symmetric = about.get("symmetryCount") instanceof Integer operations && operations > 1;
        if (!applied && (symmetric || Boolean.TRUE.equals(about.get("isPDB")))) {
            return new JmolCell(Optional.empty(), true);
        }
        double[] vectors = new double[9];
        System.arraycopy(Precision.vectors(symmetry), 3, vectors, 0, 9);
        boolean[] periodic = {true, !symmetry.isPolymer(), !symmetry.isPolymer() && !symmetry.isSlab()};
        Cell unit = Cell.of(vectors, periodic);
        int[] cells = applied ? CellRange.of(atoms, unit) : new int[] {1, 1, 1};
        for (int k = 0; k < 9; k++) {
            vectors[k] *= cells[k / 3];
        }
        return new JmolCell(Optional.of(Cell.of(vectors, periodic)), false);
    }
}
