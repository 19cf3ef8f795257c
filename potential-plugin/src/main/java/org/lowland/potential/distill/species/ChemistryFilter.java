package org.lowland.potential.distill.species;

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
 * enough. Of a salt or mixture only the largest part counts. Confined to one thread.
 */
public final class ChemistryFilter {
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
    public ChemistryFilter(Set<Integer> elements, int largest) {
        this.elements = Set.copyOf(elements);
        this.largest = largest;
    }

    /** The same for molecules of another size. */
    ChemistryFilter upTo(int atoms) {
        return new ChemistryFilter(elements, atoms);
    }

    /** The species of a SMILES, if it passes; one that cannot be read does not. */
    Optional<Species> accept(String smiles) {
        try {
            return accept(largestPart(parser.parseSmiles(smiles)));
        } catch (CDKException unreadable) {
            return Optional.empty();
        }
    }

    /** The species of a molecule without explicit hydrogens, if it passes. */
    Optional<Species> accept(IAtomContainer molecule) {
        try {
            return fits(molecule) ? Optional.of(Species.of(key(molecule), writer.create(molecule))) : Optional.empty();
        } catch (CDKException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * The key of a molecule that must be readable, such as one that is to be left out.
     *
     * @param smiles of the molecule
     * @return the connectivity block of its InChIKey
     * @throws InputException when it cannot be read
     */
    public String keyOf(String smiles) {
        try {
            return key(parser.parseSmiles(smiles));
        } catch (CDKException e) {
            throw new InputException("'" + smiles + "' is not a SMILES that can be read; correct it or remove it", e);
        }
    }

    /** A molecule of a species that was accepted. */
    IAtomContainer molecule(Species species) {
        try {
            return parser.parseSmiles(species.smiles());
        } catch (CDKException e) {
            throw new InputException("'" + species.smiles() + "' cannot be read again", e);
        }
    }

    /** The number of atoms of a molecule, hydrogens included. */
    static int atoms(IAtomContainer molecule) {
        int atoms = 0;
        for (IAtom atom : molecule.atoms()) {
            atoms += 1 + hydrogens(atom);
        }
        return atoms;
    }

    private static int hydrogens(IAtom atom) {
        return atom.getImplicitHydrogenCount() == null ? 0 : atom.getImplicitHydrogenCount();
    }

    private static IAtomContainer largestPart(IAtomContainer molecule) {
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
        int charge = 0;
        int electrons = 0;
        for (IAtom atom : molecule.atoms()) {
            charge += atom.getFormalCharge();
            electrons += atom.getAtomicNumber() + hydrogens(atom) - atom.getFormalCharge();
            if (!elements.contains(atom.getAtomicNumber())) {
                return false;
            }
        }
        int atoms = atoms(molecule);
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
