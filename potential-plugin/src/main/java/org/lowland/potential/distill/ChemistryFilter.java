package org.lowland.potential.distill;

import java.util.Optional;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;

/**
 * Decides which molecules a recipe takes: neutral, closed-shell, of the teacher's elements, not zwitterionic, small
 * enough. Of a salt or mixture only the largest fragment counts. Confined to one thread.
 */
final class ChemistryFilter {
    private final Set<Integer> elements;
    private final int largest;
    private final SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
    private final SmilesGenerator writer = new SmilesGenerator(SmiFlavor.Isomeric | SmiFlavor.UseAromaticSymbols);

    /**
     * A filter.
     *
     * @param elements atomic numbers that are let through
     * @param largest the largest number of atoms, hydrogens included
     */
    ChemistryFilter(Set<Integer> elements, int largest) {
        this.elements = Set.copyOf(elements);
        this.largest = largest;
    }

    /** The species of a SMILES, if it passes; one that cannot be read does not. */
    Optional<Species> accept(String smiles) {
        try {
            IAtomContainer molecule = largestFragment(parser.parseSmiles(smiles));
            if (!fits(molecule)) {
                return Optional.empty();
            }
            return Optional.of(new Species(key(molecule), writer.create(molecule)));
        } catch (CDKException unreadable) {
            return Optional.empty();
        }
    }

    /** The key of a molecule that must be readable, such as one that is to be left out. */
    String keyOf(String smiles) {
        try {
            return key(parser.parseSmiles(smiles));
        } catch (CDKException e) {
            throw new InputException("'" + smiles + "' is not a SMILES that can be read; correct it or remove it", e);
        }
    }

    private static IAtomContainer largestFragment(IAtomContainer molecule) {
        IAtomContainer best = molecule;
        int size = -1;
        for (IAtomContainer part : ConnectivityChecker.partitionIntoMolecules(molecule)) {
            if (part.getAtomCount() > size) {
                best = part;
                size = part.getAtomCount();
            }
        }
        return best;
    }

    private boolean fits(IAtomContainer molecule) {
        int atoms = 0;
        int charge = 0;
        int electrons = 0;
        for (IAtom atom : molecule.atoms()) {
            int hydrogens = atom.getImplicitHydrogenCount() == null ? 0 : atom.getImplicitHydrogenCount();
            atoms += 1 + hydrogens;
            charge += atom.getFormalCharge();
            electrons += atom.getAtomicNumber() + hydrogens - atom.getFormalCharge();
            if (!elements.contains(atom.getAtomicNumber())) {
                return false;
            }
        }
        return !Molecules.isZwitterion(molecule) && charge == 0 && electrons % 2 == 0 && atoms >= 2 && atoms <= largest;
    }

    private static String key(IAtomContainer molecule) throws CDKException {
        InChIGenerator inchi = InChIGeneratorFactory.getInChIGenerator(molecule);
        String whole = inchi.getInchiKey();
        if (whole == null || whole.length() < 14) {
            throw new CDKException("no InChIKey: " + inchi.getMessage());
        }
        return whole.substring(0, 14);
    }
}
