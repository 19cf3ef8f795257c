package org.lowland.io.format;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/** What a structure holds, and what of that is lost in a format. */
public final class Holdings {
    private Holdings() {}

    /**
     * What a structure holds.
     *
     * @param structure any record
     * @return its features
     */
    public static Set<Feature> of(Structure structure) {
        return structure instanceof MoleculeRecord molecule ? ofMolecule(molecule) : ofFrame((LabelledFrame) structure);
    }

    /**
     * What a format cannot carry of a structure. A molecule with 3D coordinates keeps its stereo wherever these are
     * kept, and its net charge counts only where its formal charges are lost.
     *
     * @param structure any record
     * @param format where it goes
     * @return what is lost; nothing when all is kept
     */
    public static Set<Feature> lost(Structure structure, StructureFormat format) {
        Set<Feature> lost = of(structure);
        lost.removeAll(format.features());
        if (format.carries(Feature.COORDINATES) && !(structure instanceof MoleculeRecord flat && !flat.is3d())) {
            lost.remove(Feature.STEREO);
        }
        if (format.carries(Feature.FORMAL_CHARGES)) {
            lost.remove(Feature.NET_CHARGE);
        }
        return lost;
    }

    /**
     * A sentence about what is lost.
     *
     * @param lost at least one feature
     * @param format where it is lost
     * @return the sentence, without a full stop
     */
    public static String sentence(Set<Feature> lost, StructureFormat format) {
        return format.name() + " holds no " + lost.stream().map(Feature::words).collect(Collectors.joining(", "))
                + ": left out";
    }

    private static Set<Feature> ofMolecule(MoleculeRecord molecule) {
        Set<Feature> held = EnumSet.noneOf(Feature.class);
        IAtomContainer container = molecule.molecule();
        int charge = 0;
        for (IAtom atom : container.atoms()) {
            add(held, atom.getPoint3d() != null || atom.getPoint2d() != null, Feature.COORDINATES);
            add(held, atom.getMassNumber() != null, Feature.ISOTOPES);
            int formal = atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
            add(held, formal != 0, Feature.FORMAL_CHARGES);
            charge += formal;
        }
        for (IBond bond : container.bonds()) {
            held.add(Feature.BONDS);
            add(held, bond.getOrder() != IBond.Order.SINGLE, Feature.BOND_ORDERS);
        }
        add(held, charge != 0, Feature.NET_CHARGE);
        add(held, container.getSingleElectronCount() > 0, Feature.RADICALS);
        add(held, container.stereoElements().iterator().hasNext(), Feature.STEREO);
        add(held, molecule.evaluation().isPresent(), Feature.ENERGIES);
        add(held, molecule.evaluation().isPresent(), Feature.FORCES);
        for (SdfTag tag : molecule.tags()) {
            held.add(tag.name().equals(Conversion.ENERGY) ? Feature.ENERGIES : Feature.PROPERTIES);
        }
        return held;
    }

    private static Set<Feature> ofFrame(LabelledFrame frame) {
        Set<Feature> held = EnumSet.of(Feature.COORDINATES);
        add(held, frame.system().bonds().length > 0, Feature.BONDS);
        add(held, frame.system().cell().isPresent(), Feature.UNIT_CELL);
        add(held, frame.system().charge() != 0, Feature.NET_CHARGE);
        add(held, frame.system().freeAtoms() < frame.system().size(), Feature.FIXED_ATOMS);
        add(held, frame.energy().isPresent(), Feature.ENERGIES);
        add(held, frame.evaluation().isPresent(), Feature.FORCES);
        add(held, !frame.columns().isEmpty(), Feature.ATOM_PROPERTIES);
        for (String key : frame.info().keySet()) {
            add(held, !key.equals("name") && !key.equals("energy"), Feature.PROPERTIES);
        }
        return held;
    }

    private static void add(Set<Feature> held, boolean isThere, Feature feature) {
        if (isThere) {
            held.add(feature);
        }
    }
}
