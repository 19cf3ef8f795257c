package org.lowland.api.molecule;

import java.util.List;
import java.util.Optional;
import javax.vecmath.Vector3d;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.stereo.ExtendedCisTrans;

/**
 * A place in a molecule where two configurations are possible, as a signed measure of the geometry: positive for one,
 * negative for the other, near zero where the geometry does not tell.
 *
 * @param declared the sign of the configuration that the stereo element names
 * @param centre the atom in the middle of a tetrahedron, or -1 for a double bond
 * @param atoms a tetrahedron: the four carriers; a double bond: substituent, end, other end, its substituent
 */
record StereoSite(int declared, int centre, List<Integer> atoms) {

    /**
     * The site of a stereo element.
     *
     * @param molecule that holds the element
     * @param element any
     * @return nothing for kinds that a geometry of covalent bonds does not keep apart, for an unknown configuration, and
     *     for a three-coordinate nitrogen
     */
    static Optional<StereoSite> of(IAtomContainer molecule, IStereoElement<?, ?> element) {
        return switch (element.getConfigClass()) {
            case IStereoElement.TH, IStereoElement.AL -> tetrahedron(molecule, element);
            case IStereoElement.CT -> {
                IBond focus = (IBond) element.getFocus();
                yield doubleBond(molecule, element, focus.getBegin(), focus.getEnd());
            }
            case IStereoElement.CU -> {
                IAtom[] ends = ExtendedCisTrans.findTerminalAtoms(molecule, (IBond) element.getFocus());
                yield ends == null ? Optional.empty() : doubleBond(molecule, element, ends[0], ends[1]);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<StereoSite> tetrahedron(IAtomContainer molecule, IStereoElement<?, ?> element) {
        IAtom focus = (IAtom) element.getFocus();
        boolean invertsFreely = focus.getAtomicNumber() == 7 && molecule.getConnectedBondsCount(focus) == 3;
        int sign = sign(element, IStereoElement.LEFT, IStereoElement.RIGHT);
        if (invertsFreely || sign == 0) {
            return Optional.empty();
        }
        List<Integer> carriers = element.getCarriers().stream()
                .map(carrier -> molecule.indexOf((IAtom) carrier))
                .toList();
        return Optional.of(new StereoSite(sign, molecule.indexOf(focus), carriers));
    }

    private static Optional<StereoSite> doubleBond(
            IAtomContainer molecule, IStereoElement<?, ?> element, IAtom end, IAtom otherEnd) {
        IBond first = (IBond) element.getCarriers().get(0);
        IBond second = (IBond) element.getCarriers().get(1);
        IAtom u = first.contains(end) ? end : otherEnd;
        IAtom v = first.contains(end) ? otherEnd : end;
        int sign = sign(element, IStereoElement.TOGETHER, IStereoElement.OPPOSITE);
        if (sign == 0 || !first.contains(u) || !second.contains(v)) {
            return Optional.empty();
        }
        return Optional.of(new StereoSite(
                sign,
                -1,
                List.of(
                        molecule.indexOf(first.getOther(u)),
                        molecule.indexOf(u),
                        molecule.indexOf(v),
                        molecule.indexOf(second.getOther(v)))));
    }

    private static int sign(IStereoElement<?, ?> element, int positive, int negative) {
        int order = element.getConfigOrder();
        return order == positive ? 1 : order == negative ? -1 : 0;
    }

    /**
     * The signed measure of a geometry.
     *
     * @param positions 3N coordinates in Å
     * @return for a double bond the cosine of the torsion (cis positive); for a tetrahedron the triple product of the
     *     edges between the unit vectors to its corners, 3.08 for a regular one seen anticlockwise from the first
     */
    double measure(double[] positions) {
        return centre < 0 ? cosineOfTorsion(positions) : chirality(positions);
    }

    private double cosineOfTorsion(double[] positions) {
        Vector3d axis = between(positions, atoms.get(1), atoms.get(2));
        Vector3d first = across(between(positions, atoms.get(1), atoms.get(0)), axis);
        Vector3d second = across(between(positions, atoms.get(2), atoms.get(3)), axis);
        double lengths = first.length() * second.length();
        return lengths > 0 ? first.dot(second) / lengths : 0;
    }

    private static Vector3d across(Vector3d vector, Vector3d axis) {
        Vector3d along = new Vector3d(axis);
        along.scale(vector.dot(axis) / axis.lengthSquared());
        vector.sub(along);
        return vector;
    }

    private double chirality(double[] positions) {
        Vector3d[] corners = new Vector3d[4];
        Vector3d opposite = new Vector3d();
        for (int k = 0; k < 4; k++) {
            corners[k] = new Vector3d();
            if (atoms.get(k) != centre) {
                corners[k] = between(positions, centre, atoms.get(k));
                corners[k].normalize();
                opposite.sub(corners[k]);
            }
        }
        for (int k = 0; k < 4; k++) {
            if (atoms.get(k) == centre) {
                corners[k] = opposite;
            }
        }
        for (int k = 0; k < 3; k++) {
            corners[k].sub(corners[3]);
        }
        Vector3d normal = new Vector3d();
        normal.cross(corners[1], corners[2]);
        return corners[0].dot(normal);
    }

    private static Vector3d between(double[] positions, int from, int to) {
        return new Vector3d(
                positions[3 * to] - positions[3 * from],
                positions[3 * to + 1] - positions[3 * from + 1],
                positions[3 * to + 2] - positions[3 * from + 2]);
    }
}
