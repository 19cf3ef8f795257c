package org.lowland.io.bonds;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.lowland.api.InputException;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** Whether a molecule came back, and if not, what is wrong with it. */
final class SameMolecule {
    /** What came of a molecule, the best first. */
    enum Verdict {
        SAME("the same canonical SMILES"),
        RESONANCE("another way to draw it: the same InChI and charge, no electron unpaired"),
        STEREO("another stereo"),
        CHARGE("another total charge"),
        RADICAL("electrons unpaired"),
        ORDERS("other orders or charges"),
        BONDS("other neighbours"),
        REFUSED("refused");

        final String words;

        Verdict(String words) {
            this.words = words;
        }
    }

    private SameMolecule() {}

    static Verdict compare(IAtomContainer before, IAtomContainer after) {
        if (!neighbours(before).equals(neighbours(after))) {
            return Verdict.BONDS;
        }
        if (canonical(before, true).equals(canonical(after, true))) {
            return Verdict.SAME;
        }
        boolean same = inchi(before).equals(inchi(after));
        if (canonical(before, false).equals(canonical(after, false))) {
            return same ? Verdict.SAME : Verdict.STEREO;
        }
        if (DrugLike.charge(before) != DrugLike.charge(after)) {
            return Verdict.CHARGE;
        }
        if (unpaired(before) != unpaired(after)) {
            return Verdict.RADICAL;
        }
        return same ? Verdict.RESONANCE : Verdict.ORDERS;
    }

    /** Aromatic, without hydrogens as atoms. */
    static String canonical(IAtomContainer molecule, boolean stereo) {
        try {
            IAtomContainer heavy = AtomContainerManipulator.copyAndSuppressedHydrogens(molecule);
            Aromaticity.apply(Aromaticity.Model.Daylight, heavy);
            int flavor = stereo ? SmiFlavor.Absolute : SmiFlavor.Unique;
            return new SmilesGenerator(flavor | SmiFlavor.UseAromaticSymbols).create(heavy);
        } catch (CDKException e) {
            throw new InputException("No SMILES can be written: " + e.getMessage(), e);
        }
    }

    private static String inchi(IAtomContainer molecule) {
        try {
            InChIGenerator made = InChIGeneratorFactory.getInChIGenerator(molecule);
            return String.valueOf(made.getInchi());
        } catch (CDKException e) {
            throw new InputException("No InChI can be written: " + e.getMessage(), e);
        }
    }

    private static Set<Set<Integer>> neighbours(IAtomContainer molecule) {
        Set<Set<Integer>> pairs = new HashSet<>();
        for (IBond bond : molecule.bonds()) {
            pairs.add(new TreeSet<>(
                    Set.of(bond.getBegin().getIndex(), bond.getEnd().getIndex())));
        }
        return pairs;
    }

    /** Electrons that a program declares, or leaves by giving an atom fewer bonds than it has in every closed shell. */
    private static int unpaired(IAtomContainer molecule) {
        int count = 0;
        for (IAtom atom : molecule.atoms()) {
            int bonds = 0;
            for (IBond bond : atom.bonds()) {
                bonds += bond.getOrder().numeric();
            }
            int electrons = valenceElectrons(atom.getAtomicNumber()) - atom.getFormalCharge() + bonds;
            count += electrons % 2 == 0 ? 0 : 1;
        }
        return count;
    }

    private static int valenceElectrons(int number) {
        int[] nobleGases = {54, 36, 18, 10, 2, 0};
        for (int core : nobleGases) {
            if (number > core) {
                return number - core;
            }
        }
        return 0;
    }
}
