package org.lowland.potential.distill.species;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.ConnectivityChecker;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;

/**
 * Cuts molecules at one or two single bonds outside rings and puts hydrogens on the ends. Stereo centres are left open in
 * the fragments, for most are no centres any more. Confined to one thread.
 */
final class FragmentCutter {
    private final SmilesGenerator writer = new SmilesGenerator(SmiFlavor.Canonical | SmiFlavor.UseAromaticSymbols);

    /**
     * The distinct fragments of a molecule.
     *
     * @param molecule with implicit hydrogens; not changed
     * @param smallest fewest atoms of a fragment, hydrogens included
     * @param largest most atoms of a fragment
     * @return the fragments by their SMILES
     */
    Map<String, IAtomContainer> cut(IAtomContainer molecule, int smallest, int largest) {
        int[] bonds = cuttable(molecule);
        Map<String, IAtomContainer> fragments = new LinkedHashMap<>();
        for (int first = 0; first < bonds.length; first++) {
            for (int second = first; second < bonds.length; second++) {
                for (IAtomContainer piece : pieces(molecule, bonds[first], bonds[second])) {
                    int atoms = ChemistryFilter.atoms(piece);
                    if (atoms >= smallest && atoms <= largest) {
                        smiles(piece).ifPresent(text -> fragments.putIfAbsent(text, piece));
                    }
                }
            }
        }
        return fragments;
    }

    /** The SMILES of a piece; none of one whose aromatic bonds cannot be written, which is no molecule to learn from. */
    private Optional<String> smiles(IAtomContainer piece) {
        try {
            return Optional.of(writer.create(piece));
        } catch (CDKException unwritable) {
            return Optional.empty();
        }
    }

    private static int[] cuttable(IAtomContainer molecule) {
        Cycles.markRingAtomsAndBonds(molecule);
        List<Integer> bonds = new ArrayList<>();
        for (int bond = 0; bond < molecule.getBondCount(); bond++) {
            IBond candidate = molecule.getBond(bond);
            if (candidate.getOrder() == IBond.Order.SINGLE
                    && !candidate.isInRing()
                    && isNeutral(candidate.getBegin())
                    && isNeutral(candidate.getEnd())) {
                bonds.add(bond);
            }
        }
        return bonds.stream().mapToInt(Integer::intValue).toArray();
    }

    private static boolean isNeutral(IAtom atom) {
        return atom.getFormalCharge() == 0 && atom.getAtomicNumber() != 1;
    }

    private static List<IAtomContainer> pieces(IAtomContainer molecule, int... bonds) {
        IAtomContainer copy = copy(molecule);
        List<IBond> cut =
                Arrays.stream(bonds).distinct().mapToObj(copy::getBond).toList();
        for (IBond bond : cut) {
            for (IAtom end : List.of(bond.getBegin(), bond.getEnd())) {
                end.setImplicitHydrogenCount(end.getImplicitHydrogenCount() + 1);
            }
            copy.removeBond(bond);
        }
        List<IAtomContainer> pieces = new ArrayList<>();
        ConnectivityChecker.partitionIntoMolecules(copy).atomContainers().forEach(pieces::add);
        return pieces;
    }

    /** Atoms and bonds without stereo elements. */
    private static IAtomContainer copy(IAtomContainer molecule) {
        IAtomContainer copy = SilentChemObjectBuilder.getInstance().newAtomContainer();
        for (IAtom atom : molecule.atoms()) {
            IAtom plain = copy.newAtom(atom.getAtomicNumber(), atom.getImplicitHydrogenCount());
            plain.setFormalCharge(atom.getFormalCharge());
            plain.setIsAromatic(atom.isAromatic());
        }
        for (IBond bond : molecule.bonds()) {
            IBond plain = copy.newBond(
                    copy.getAtom(bond.getBegin().getIndex()),
                    copy.getAtom(bond.getEnd().getIndex()),
                    bond.getOrder());
            plain.setIsAromatic(bond.isAromatic());
        }
        return copy;
    }
}
