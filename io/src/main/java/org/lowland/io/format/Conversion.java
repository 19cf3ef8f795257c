package org.lowland.io.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.io.bonds.BondPerception;
import org.lowland.io.bonds.ChargeInference;
import org.openscience.cdk.interfaces.IAtomContainer;

/** Turns records of one kind into the other. */
public final class Conversion {
    /** The data item that holds an energy in eV. */
    public static final String ENERGY = "lowland.energy.eV";

    private static final String FOUND_ANEW =
            "no bonds are given: bonds, their orders and formal charges are found from the geometry; check them";

    private Conversion() {}

    /**
     * A frame of a molecule: its atoms, charge and multiplicity; the title becomes the key {@code name}, the data items
     * become keys, that of an energy the key {@code energy} where the molecule has no other.
     *
     * @param molecule with 3D coordinates and all hydrogens as atoms
     * @return the frame
     * @throws InputException when the molecule has no such coordinates
     */
    public static LabelledFrame toFrame(MoleculeRecord molecule) {
        Map<String, String> info = new LinkedHashMap<>();
        if (!molecule.title().isEmpty()) {
            info.put("name", molecule.title());
        }
        for (SdfTag tag : molecule.tags()) {
            if (isEnergy(tag) && molecule.evaluation().isEmpty()) {
                info.put("energy", tag.value().strip());
                continue;
            }
            String key = key(tag.name());
            String unique = key;
            for (int number = 2; info.containsKey(unique); number++) {
                unique = key + "_" + number;
            }
            info.put(unique, tag.value());
        }
        return new LabelledFrame(Molecules.toSystem(molecule.molecule()), molecule.evaluation(), "", info, List.of());
    }

    /**
     * A molecule of a frame: bonds, orders and charges are found from the geometry; keys become data items.
     *
     * @param frame atoms in free space, all hydrogens included; their charge is that of the molecule
     * @param said told what was found anew
     * @return the molecule
     * @throws InputException when the frame has a cell, or no bonds go with its geometry and charge
     */
    public static MoleculeRecord toMolecule(LabelledFrame frame, Consumer<String> said) {
        requireFreeSpace(frame);
        MoleculeRecord molecule = keeping(frame, BondPerception.perceive(frame.system()));
        said.accept(FOUND_ANEW);
        return molecule;
    }

    /**
     * A molecule of a frame whose charge may have to be found too.
     *
     * @param frame atoms in free space, all hydrogens included
     * @param charge of the molecule; when it is not given and the frame gives none, it is inferred
     * @param said told what was found anew
     * @param doubted told what could be otherwise; it may throw to refuse that
     * @return the molecule
     * @throws InputException when the frame has a cell, or no bonds go with its geometry and charge
     */
    public static MoleculeRecord toMolecule(
            LabelledFrame frame, OptionalInt charge, Consumer<String> said, Consumer<String> doubted) {
        requireFreeSpace(frame);
        ChargeInference.Perceived perceived = ChargeInference.perceive(frame.system(), charge);
        MoleculeRecord molecule = keeping(frame, perceived.molecule());
        said.accept(FOUND_ANEW);
        perceived.doubt().ifPresent(doubted);
        return molecule;
    }

    private static void requireFreeSpace(LabelledFrame frame) {
        if (frame.system().cell().isPresent()) {
            throw new InputException(
                    "the structure has a unit cell, which formats of molecules have no place for; write"
                            + " .xyz, CIF, POSCAR or JSON");
        }
    }

    private static MoleculeRecord keeping(LabelledFrame frame, IAtomContainer perceived) {
        MoleculeRecord molecule = MoleculeRecord.of(frame.title(), perceived);
        for (Map.Entry<String, String> entry : frame.info().entrySet()) {
            if (!entry.getKey().equals("name") && !entry.getKey().equals("energy")) {
                molecule = molecule.with(entry.getKey(), entry.getValue());
            }
        }
        if (frame.energy().isPresent()) {
            molecule = molecule.with(ENERGY, String.valueOf(frame.energy().getAsDouble()));
        }
        return molecule.labelled(frame.evaluation());
    }

    private static boolean isEnergy(SdfTag tag) {
        try {
            return tag.name().equals(ENERGY) && Double.isFinite(Double.parseDouble(tag.value()));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String key(String name) {
        String key = name.strip().replaceAll("[\\s=\"'{}\\[\\]\\\\]+", "_");
        return switch (key) {
            case "", "Properties", "Lattice", "pbc", "charge", "spin", "energy", "forces", "stress" -> "sdf_" + key;
            default -> key;
        };
    }
}
