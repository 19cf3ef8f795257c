package org.lowland.io.store.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lowland.api.InputException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IChemObject;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.stereo.Atropisomeric;
import org.openscience.cdk.stereo.DoubleBondStereochemistry;
import org.openscience.cdk.stereo.ExtendedCisTrans;
import org.openscience.cdk.stereo.ExtendedTetrahedral;
import org.openscience.cdk.stereo.Octahedral;
import org.openscience.cdk.stereo.SquarePlanar;
import org.openscience.cdk.stereo.TetrahedralChirality;
import org.openscience.cdk.stereo.TrigonalBipyramidal;

/** Stereo elements of CDK as their class, configuration, group, focus and carriers, the last two by index. */
final class StereoDocument {
    private StereoDocument() {}

    static void write(IAtomContainer molecule, ObjectNode node) {
        for (IStereoElement<?, ?> element : molecule.stereoElements()) {
            ArrayNode written = node.withArray("stereo")
                    .addArray()
                    .add(element.getConfigClass())
                    .add(element.getConfigOrder())
                    .add(element.getGroupInfo())
                    .add(index(element.getFocus(), molecule));
            for (IChemObject carrier : element.getCarriers()) {
                written.add(index(carrier, molecule));
            }
        }
    }

    static void read(JsonNode node, IAtomContainer molecule) {
        for (JsonNode written : node.path("stereo")) {
            IStereoElement<?, ?> element = element(Numbers.integers(written), molecule);
            element.setGroupInfo(written.get(2).asInt());
            molecule.addStereoElement(element);
        }
    }

    private static IStereoElement<?, ?> element(int[] written, IAtomContainer molecule) {
        int order = written[1];
        int focus = written[3];
        IAtom[] atoms = new IAtom[written.length - 4];
        IBond[] bonds = new IBond[written.length - 4];
        boolean byBonds = written[0] == IStereoElement.CT || written[0] == IStereoElement.CU;
        for (int k = 0; k < atoms.length; k++) {
            if (byBonds) {
                bonds[k] = molecule.getBond(written[4 + k]);
            } else {
                atoms[k] = molecule.getAtom(written[4 + k]);
            }
        }
        return switch (written[0]) {
            case IStereoElement.CT -> new DoubleBondStereochemistry(molecule.getBond(focus), bonds, order);
            case IStereoElement.CU -> new ExtendedCisTrans(molecule.getBond(focus), bonds, order);
            case IStereoElement.TH -> new TetrahedralChirality(molecule.getAtom(focus), atoms, order);
            case IStereoElement.AL -> new ExtendedTetrahedral(molecule.getAtom(focus), atoms, order);
            case IStereoElement.AT -> new Atropisomeric(molecule.getBond(focus), atoms, order);
            case IStereoElement.SP -> new SquarePlanar(molecule.getAtom(focus), atoms, order);
            case IStereoElement.TBPY -> new TrigonalBipyramidal(molecule.getAtom(focus), atoms, order);
            case IStereoElement.OC -> new Octahedral(molecule.getAtom(focus), atoms, order);
            default ->
                throw new InputException(
                        "the document holds a stereo element of class " + written[0] + ", which CDK cannot make");
        };
    }

    private static int index(IChemObject part, IAtomContainer molecule) {
        return part instanceof IBond bond ? molecule.indexOf(bond) : molecule.indexOf((IAtom) part);
    }
}
