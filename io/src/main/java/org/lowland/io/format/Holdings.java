package org.lowland.io.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lowland.api.potential.Evaluation;
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
        if (format.carries(Feature.FORMAL_CHARGES) && structure instanceof MoleculeRecord) {
            lost.remove(Feature.NET_CHARGE);
        }
        if (format.carries(Feature.RADICALS) && structure instanceof MoleculeRecord) {
            lost.remove(Feature.MULTIPLICITY);
        }
        return lost;
    }

    /**
     * All that is to be said of what a format cannot carry of a structure.
     *
     * @param structure any record
     * @param format where it goes
     * @return a sentence about features that are lost, and others about features that are kept in part; none when all is
     *     kept
     */
    public static List<String> sentences(Structure structure, StructureFormat format) {
        List<String> sentences = new ArrayList<>();
        Set<Feature> lost = lost(structure, format);
        if (!lost.isEmpty()) {
            sentences.add(sentence(lost, format));
        }
        boolean boxed = structure instanceof LabelledFrame frame
                && frame.system().cell().isPresent()
                && !frame.system().isPeriodic();
        if (boxed && format.carries(Feature.UNIT_CELL) && !format.carries(Feature.MULTIPLICITY)) {
            sentences.add(format.name() + " holds no cell that does not repeat: left out");
        }
        if (structure instanceof MoleculeRecord molecule && format.isOfAtoms() && format.carries(Feature.PROPERTIES)) {
            for (SdfTag tag : molecule.tags()) {
                if (tag.value().indexOf('\n') >= 0) {
                    sentences.add("the value of '" + tag.name() + "' has several lines: " + format.name()
                            + " holds them as one");
                }
            }
        }
        return sentences;
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
        add(held, container.getSingleElectronCount() > 1, Feature.MULTIPLICITY);
        add(held, !molecule.title().isEmpty(), Feature.TITLE);
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
        add(held, frame.evaluation().flatMap(Evaluation::stress).isPresent(), Feature.STRESS);
        add(held, !frame.title().isEmpty(), Feature.TITLE);
        boolean odd = frame.system().electrons() % 2 != 0;
        add(held, frame.system().multiplicity() > (odd ? 2 : 1), Feature.MULTIPLICITY);
        for (AtomColumn column : frame.columns()) {
            held.add(column.name().equals("forces") ? Feature.FORCES : Feature.ATOM_PROPERTIES);
        }
        for (String key : frame.info().keySet()) {
            switch (key) {
                case "name", "energy" -> {
                    // counted above
                }
                case "stress" -> held.add(Feature.STRESS);
                default -> held.add(Feature.PROPERTIES);
            }
        }
        return held;
    }

    private static void add(Set<Feature> held, boolean isThere, Feature feature) {
        if (isThere) {
            held.add(feature);
        }
    }
}
