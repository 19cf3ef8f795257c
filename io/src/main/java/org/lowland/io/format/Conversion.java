package org.lowland.io.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/** Turns records of one kind into the other and says what the other kind cannot hold. */
public final class Conversion {
    private Conversion() {}

    /**
     * A frame of a molecule: its atoms, charge and multiplicity; the title becomes the key {@code name}, the data items
     * become keys.
     *
     * @param molecule with 3D coordinates and all hydrogens as atoms
     * @param lost told what is left out
     * @return the frame
     * @throws InputException when the molecule has no such coordinates
     */
    public static LabelledFrame toFrame(MoleculeRecord molecule, Consumer<String> lost) {
        Map<String, String> info = new LinkedHashMap<>();
        if (!molecule.title().isEmpty()) {
            info.put("name", molecule.title());
        }
        for (SdfTag tag : molecule.tags()) {
            info.put(key(tag.name()), tag.value());
        }
        IAtomContainer container = molecule.molecule();
        if (container.getBondCount() > 0) {
            lost.accept("XYZ holds no bonds: bonds, their orders and formal charges of atoms are left out");
        }
        for (IAtom atom : container.atoms()) {
            if (atom.getMassNumber() != null) {
                lost.accept("XYZ holds no isotopes: mass numbers are left out");
                break;
            }
        }
        return new LabelledFrame(Molecules.toSystem(container), Optional.empty(), "", info, List.of());
    }

    /**
     * A molecule of a frame, which SDF would need bonds for.
     *
     * @param frame the frame
     * @return never
     * @throws InputException always: a frame has no bonds
     */
    public static MoleculeRecord toMolecule(LabelledFrame frame) {
        throw new InputException("the " + frame.atoms()
                + " atoms come without bonds, which SDF is made of; write .xyz, or start from SDF or SMILES");
    }

    private static String key(String name) {
        String key = name.strip().replaceAll("[\\s=\"'{}\\[\\]\\\\]+", "_");
        return switch (key) {
            case "", "Properties", "Lattice", "pbc", "charge", "spin", "energy", "forces", "stress" -> "sdf_" + key;
            default -> key;
        };
    }
}
