package org.lowland.io.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.io.bonds.BondPerception;
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
     * A molecule of a frame: bonds, orders and charges are found from the geometry; keys become data items.
     *
     * @param frame atoms in free space, all hydrogens included
     * @param lost told what is left out or found anew
     * @return the molecule
     * @throws InputException when the frame has a cell, or no bonds go with its geometry and charge
     */
    public static MoleculeRecord toMolecule(LabelledFrame frame, Consumer<String> lost) {
        if (frame.system().cell().isPresent()) {
            throw new InputException("SDF holds no periodic cell; write .xyz");
        }
        MoleculeRecord molecule = MoleculeRecord.of(frame.title(), BondPerception.perceive(frame.system()));
        lost.accept(
                "XYZ holds no bonds: bonds, their orders and formal charges are found from the geometry; check them");
        for (Map.Entry<String, String> entry : frame.info().entrySet()) {
            if (!entry.getKey().equals("name")) {
                molecule = molecule.with(entry.getKey(), entry.getValue());
            }
        }
        if (frame.evaluation().isPresent()) {
            lost.accept("SDF holds no forces: they are left out");
            molecule = molecule.with(
                    "lowland.energy.eV", String.valueOf(frame.evaluation().get().energy()));
        }
        if (!frame.columns().isEmpty()) {
            lost.accept("SDF holds no further properties of atoms: they are left out");
        }
        return molecule;
    }

    private static String key(String name) {
        String key = name.strip().replaceAll("[\\s=\"'{}\\[\\]\\\\]+", "_");
        return switch (key) {
            case "", "Properties", "Lattice", "pbc", "charge", "spin", "energy", "forces", "stress" -> "sdf_" + key;
            default -> key;
        };
    }
}
