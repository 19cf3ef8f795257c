package org.lowland.io.jmol;

import java.util.ArrayList;
import java.util.List;
import org.jmol.modelset.Atom;
import org.lowland.api.system.Cell;

/** Finds the atoms of a crystal that Jmol shows more than once: on opposite faces, edges and corners of the cell. */
final class CrystalImages {
    /** Images of one atom lie this close to each other, in Å, once the lattice is taken out. */
    private static final double SAME = 0.01;

    /** An atom that repeats another one, and by which translation in Å. */
    record Image(Atom atom, int original, double[] translation) {}

    /** Each atom once, and the others as images of these. */
    record Unique(List<Atom> atoms, List<Image> images) {}

    private CrystalImages() {}

    /** All atoms as they are: nothing repeats. */
    static Unique none(List<Atom> atoms) {
        return new Unique(atoms, List.of());
    }

    /** The atoms of a cell, each once: the first of its images in Jmol's order. */
    static Unique of(List<Atom> atoms, Cell cell) {
        double[] inverse = cell.inverse();
        List<Atom> kept = new ArrayList<>();
        List<double[]> places = new ArrayList<>();
        List<Image> images = new ArrayList<>();
        for (Atom atom : atoms) {
            double[] here = new double[3];
            Precision.read(atom, here, 0);
            int original = 0;
            double[] translation = null;
            while (original < kept.size() && translation == null) {
                if (kept.get(original).getElementNumber() == atom.getElementNumber()) {
                    translation = translation(places.get(original), here, cell, inverse);
                }
                original++;
            }
            if (translation == null) {
                kept.add(atom);
                places.add(here);
            } else {
                images.add(new Image(atom, original - 1, translation));
            }
        }
        return new Unique(kept, images);
    }

    /** The lattice translation that takes one place to the other; null when none but a null one or none at all does. */
    private static double[] translation(double[] from, double[] to, Cell cell, double[] inverse) {
        double[] steps = new double[3];
        boolean anywhere = false;
        for (int vector = 0; vector < 3; vector++) {
            double fraction = 0;
            for (int axis = 0; axis < 3; axis++) {
                fraction += (to[axis] - from[axis]) * inverse[3 * axis + vector];
            }
            steps[vector] = cell.isPeriodic(vector) ? Math.rint(fraction) : 0;
            anywhere |= steps[vector] != 0;
        }
        if (!anywhere) {
            return null;
        }
        double[] translation = new double[3];
        double missed = 0;
        for (int axis = 0; axis < 3; axis++) {
            for (int vector = 0; vector < 3; vector++) {
                translation[axis] += steps[vector] * cell.component(vector, axis);
            }
            double off = to[axis] - from[axis] - translation[axis];
            missed += off * off;
        }
        return missed < SAME * SAME ? translation : null;
    }
}
