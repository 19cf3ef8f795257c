package org.lowland.io.format;

import java.util.List;
import org.lowland.io.file.Limits;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * The connection table of an SDF record as text, from its title to {@code M  END}. Kept so that a molecule can be written
 * again with other coordinates and nothing else changed.
 */
public sealed interface Ctab permits CtabV2000, CtabV3000 {

    /**
     * Reads a connection table that is in the memory already, of any number of atoms.
     *
     * @param lines from its title to {@code M  END}
     * @return the table
     * @throws org.lowland.api.InputException naming the line that is not as it should be
     */
    static Ctab of(List<String> lines) {
        return CtabText.parse(lines, 1, Limits.standard().withAtoms(Integer.MAX_VALUE));
    }

    /** {@return the number of atoms} */
    int atoms();

    /** {@return the coordinates as written, 3N numbers in Å} */
    double[] positions();

    /** {@return the lines} */
    List<String> lines();

    /**
     * The same text with other coordinates, marked as three-dimensional.
     *
     * @param positions 3N numbers in Å
     * @return the lines
     */
    List<String> linesAt(double[] positions);

    /**
     * Has CDK make a molecule of the text, with a reader of its own.
     *
     * @return a new molecule
     * @throws org.lowland.api.InputException when CDK does not understand the text
     */
    default IAtomContainer molecule() {
        return new CtabMolecules().of(this);
    }

    /** {@return whether the coordinates are meant in space: so marked, or not all in the plane z = 0} */
    default boolean is3d() {
        if (lines().get(1).startsWith("3D", 20) || atoms() == 1) {
            return true;
        }
        double[] positions = positions();
        for (int atom = 0; atom < atoms(); atom++) {
            if (positions[3 * atom + 2] != 0) {
                return true;
            }
        }
        return false;
    }
}
