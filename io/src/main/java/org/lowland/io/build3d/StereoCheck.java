package org.lowland.io.build3d;

import javax.vecmath.Point3d;
import javax.vecmath.Vector3d;
import org.lowland.api.InputException;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IDoubleBondStereochemistry;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.interfaces.ITetrahedralChirality;

/** Compares coordinates with the stereo elements that a molecule carries. */
final class StereoCheck {
    private static final double CLOSE = 0.5;

    private StereoCheck() {}

    /** Throws an InputException that names the first atom or bond that is not as written. */
    static void requireAsWritten(IAtomContainer molecule) {
        for (IStereoElement<?, ?> element : molecule.stereoElements()) {
            if (!isAsWritten(element)) {
                throw new InputException(contradiction(element));
            }
        }
    }

    /** Whether the coordinates show all configurations. */
    static boolean isAsWritten(IAtomContainer molecule) {
        for (IStereoElement<?, ?> element : molecule.stereoElements()) {
            if (!isAsWritten(element)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the coordinates show the configuration that a tetrahedral centre or double bond declares. */
    static boolean isAsWritten(IStereoElement<?, ?> element) {
        if (element instanceof ITetrahedralChirality centre) {
            return isCentreAsWritten(centre);
        }
        return !(element instanceof IDoubleBondStereochemistry bond) || isDoubleBondAsWritten(bond);
    }

    /**
     * Declares at amine nitrogens that invert freely what the coordinates show there: not in rings of three, nor where
     * all three bonds lie in rings, as at bridgeheads.
     */
    static void declareInversions(IAtomContainer molecule) {
        Cycles.markRingAtomsAndBonds(molecule);
        for (IStereoElement<?, ?> element : molecule.stereoElements()) {
            if (element instanceof ITetrahedralChirality centre
                    && invertsFreely(centre.getChiralAtom(), molecule)
                    && !isAsWritten(centre)) {
                centre.setConfigOrder(centre.getConfigOrder() ^ (IStereoElement.LEFT | IStereoElement.RIGHT));
            }
        }
    }

    private static boolean invertsFreely(IAtom atom, IAtomContainer molecule) {
        if (atom.getAtomicNumber() != 7 || atom.getBondCount() != 3) {
            return false;
        }
        int inRings = 0;
        for (IBond bond : atom.bonds()) {
            inRings += bond.isInRing() ? 1 : 0;
            for (IAtom other : molecule.getConnectedAtomsList(bond.getOther(atom))) {
                if (molecule.getBond(atom, other) != null) {
                    return false;
                }
            }
        }
        return inRings < 3;
    }

    private static String contradiction(IStereoElement<?, ?> element) {
        if (element instanceof IDoubleBondStereochemistry ends) {
            IBond bond = ends.getStereoBond();
            return "the double bond between atoms " + (bond.getBegin().getIndex() + 1) + " and "
                    + (bond.getEnd().getIndex() + 1) + " comes out with its ends exchanged";
        }
        IAtom centre = ((ITetrahedralChirality) element).getChiralAtom();
        return "the stereo centre at atom " + (centre.getIndex() + 1) + " comes out inverted";
    }

    /** Throws an InputException that names an atom without finite coordinates, or two that clash. */
    static void requireApart(IAtomContainer molecule) {
        for (IAtom atom : molecule.atoms()) {
            Point3d point = atom.getPoint3d();
            if (!Double.isFinite(point.x + point.y + point.z)) {
                throw new InputException("atom " + (atom.getIndex() + 1) + " has no finite coordinates");
            }
            for (int other = 0; other < atom.getIndex(); other++) {
                if (point.distance(molecule.getAtom(other).getPoint3d()) < CLOSE) {
                    throw new InputException("atoms " + (other + 1) + " and " + (atom.getIndex() + 1) + " clash");
                }
            }
        }
    }

    /** Seen from the first ligand, the other three run clockwise when (b - a) x (c - a) points the way of d - a. */
    private static boolean isCentreAsWritten(ITetrahedralChirality centre) {
        IAtom[] ligands = centre.getLigands();
        Point3d origin = centre.getChiralAtom().getPoint3d();
        Vector3d[] arms = new Vector3d[4];
        for (int k = 0; k < 4; k++) {
            boolean loneArm = ligands[k].equals(centre.getChiralAtom());
            arms[k] = new Vector3d();
            if (!loneArm) {
                arms[k].sub(ligands[k].getPoint3d(), origin);
                arms[k].normalize();
            }
        }
        Vector3d ab = new Vector3d();
        Vector3d ac = new Vector3d();
        Vector3d ad = new Vector3d();
        ab.sub(arms[1], arms[0]);
        ac.sub(arms[2], arms[0]);
        ad.sub(arms[3], arms[0]);
        Vector3d normal = new Vector3d();
        normal.cross(ab, ac);
        boolean clockwise = normal.dot(ad) > 0;
        return clockwise == (centre.getStereo() == ITetrahedralChirality.Stereo.CLOCKWISE);
    }

    private static boolean isDoubleBondAsWritten(IDoubleBondStereochemistry element) {
        IBond bond = element.getStereoBond();
        IBond[] sides = element.getBonds();
        Vector3d axis = new Vector3d();
        axis.sub(bond.getEnd().getPoint3d(), bond.getBegin().getPoint3d());
        Vector3d first = perpendicular(axis, sides[0], bond.getBegin());
        Vector3d second = perpendicular(axis, sides[1], bond.getEnd());
        boolean together = first.dot(second) > 0;
        return together == (element.getStereo() == IDoubleBondStereochemistry.Conformation.TOGETHER);
    }

    private static Vector3d perpendicular(Vector3d axis, IBond side, IAtom end) {
        Vector3d arm = new Vector3d();
        arm.sub(side.getOther(end).getPoint3d(), end.getPoint3d());
        Vector3d along = new Vector3d(axis);
        along.scale(arm.dot(axis) / axis.lengthSquared());
        arm.sub(along);
        return arm;
    }
}
