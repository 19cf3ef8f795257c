package org.lowland.io.build3d;

import org.lowland.api.InputException;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** SMILES in and out, by CDK. */
public final class Smiles {
    private static final int MOST_HYDROGENS = 20;

    private Smiles() {}

    /**
     * Reads a SMILES.
     *
     * @param text the SMILES alone, without a title
     * @return the molecule with Kekulé bonds and all hydrogens as atoms, without coordinates, stereo as written
     * @throws InputException when the text is no SMILES or no Kekulé structure can be drawn for it
     */
    public static IAtomContainer parse(String text) {
        try {
            IAtomContainer molecule = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(text);
            if (molecule.isEmpty()) {
                throw new InputException("'" + shown(text) + "' holds no atoms; write a SMILES");
            }
            requireFewHydrogens(molecule, text);
            AtomContainerManipulator.convertImplicitToExplicitHydrogens(molecule);
            return molecule;
        } catch (InvalidSmilesException e) {
            throw new InputException("'" + shown(text) + "' is not a SMILES: " + firstLine(e) + "; correct it", e);
        }
    }

    /**
     * Writes the canonical isomeric SMILES without explicit hydrogens, by which two molecules can be compared.
     *
     * @param molecule with Kekulé bonds; not changed
     * @return the SMILES, isotopes and stereo included
     * @throws InputException when none can be written
     */
    public static String canonical(IAtomContainer molecule) {
        try {
            IAtomContainer heavy = AtomContainerManipulator.copyAndSuppressedHydrogens(molecule);
            return new SmilesGenerator(SmiFlavor.Absolute).create(heavy);
        } catch (CDKException e) {
            throw new InputException("No SMILES can be written for the molecule: " + firstLine(e), e);
        }
    }

    /** A bracket may claim any number of hydrogens, each of which would become an atom. */
    private static void requireFewHydrogens(IAtomContainer molecule, String text) {
        for (IAtom atom : molecule.atoms()) {
            Integer hydrogens = atom.getImplicitHydrogenCount();
            if (hydrogens != null && hydrogens > MOST_HYDROGENS) {
                throw new InputException("'" + shown(text) + "' has an atom with " + hydrogens
                        + " hydrogens, more than " + MOST_HYDROGENS + "; correct it");
            }
        }
    }

    private static String shown(String text) {
        return text.length() > 200 ? text.substring(0, 200) + "..." : text;
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }
}
