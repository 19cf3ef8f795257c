package org.lowland.io.format.molecule;

import io.github.dan2097.jnainchi.InchiStatus;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.io.file.Output;
import org.lowland.io.format.Block;
import org.lowland.io.format.BlockReader;
import org.lowland.io.format.CheckedAppender;
import org.lowland.io.format.Head;
import org.lowland.io.format.LineNotation;
import org.lowland.io.format.MoleculeBuilder;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.TextAppender;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.inchi.InChIGenerator;
import org.openscience.cdk.inchi.InChIGeneratorFactory;
import org.openscience.cdk.inchi.InChIToStructure;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** Standard InChI, one a line with a title behind it, by CDK. Hydrogens are added as atoms when they are read. */
public final class Inchi {
    private Inchi() {}

    /**
     * Reads.
     *
     * @param name for messages
     * @param text closed with the reader
     * @return a reader of its lines
     */
    public static RecordReader<Structure> read(String name, BufferedReader text) {
        return new BlockReader(name, text, (line, block) -> true, Inchi::parse);
    }

    /**
     * Writes.
     *
     * @param output where the lines go
     * @return what appends them
     */
    public static RecordAppender begin(Output output) {
        return new CheckedAppender(
                new TextAppender(output, Inchi::append),
                Inchi::comesBack,
                "InChI moves hydrogens and charges, cuts the bonds of metals and does not know all kinds of stereo: this"
                        + " molecule comes back as another, or drawn otherwise");
    }

    /**
     * Knows the format.
     *
     * @param head the beginning of a file
     * @return whether an InChI stands there
     */
    public static boolean isSo(Head head) {
        return head.firstLine().startsWith("InChI=");
    }

    private static boolean comesBack(MoleculeRecord record) {
        StringBuilder text = new StringBuilder();
        append(record, text);
        return isOf(record.molecule(), text.toString());
    }

    /** Whether a text gives every atom the same neighbours and orders, and the same kinds of stereo. */
    private static boolean isOf(IAtomContainer molecule, String text) {
        try {
            InChIToStructure read = InChIGeneratorFactory.getInstance()
                    .getInChIToStructure(text.split("\\s+", 2)[0], SilentChemObjectBuilder.getInstance());
            IAtomContainer back = read.getAtomContainer();
            if (read.getStatus() == InchiStatus.ERROR || back == null) {
                return false;
            }
            AtomContainerManipulator.convertImplicitToExplicitHydrogens(back);
            separateNitro(back);
            return environments(back).equals(environments(molecule))
                    && LineNotation.stereo(back).equals(LineNotation.stereo(molecule))
                    && !LineNotation.stereo(molecule).contains(IStereoElement.CU);
        } catch (CDKException e) {
            return false;
        }
    }

    private static void separateNitro(IAtomContainer molecule) {
        for (IAtom atom : molecule.atoms()) {
            if (MoleculeBuilder.separateNitro(atom)) {
                molecule.atoms().forEach(each -> each.setFormalCharge(charge(each)));
            }
        }
    }

    private static List<String> environments(IAtomContainer molecule) {
        List<String> environments = new ArrayList<>();
        for (IAtom atom : molecule.atoms()) {
            List<Integer> neighbours = new ArrayList<>();
            for (IAtom neighbour : molecule.getConnectedAtomsList(atom)) {
                neighbours.add(neighbour.getAtomicNumber());
            }
            int orders = 0;
            for (IBond bond : atom.bonds()) {
                orders += bond.getOrder() == null ? 0 : bond.getOrder().numeric();
            }
            int implicit = atom.getImplicitHydrogenCount() == null ? 0 : atom.getImplicitHydrogenCount();
            neighbours.addAll(Collections.nCopies(implicit, 1));
            Collections.sort(neighbours);
            if (atom.getAtomicNumber() != 1) {
                environments.add(atom.getAtomicNumber() + " " + (orders + implicit) + " " + neighbours);
            }
        }
        Collections.sort(environments);
        return environments;
    }

    private static List<Structure> parse(Block block) {
        int last = block.size() - 1;
        String[] parts = block.line(last).strip().split("\\s+", 2);
        if (parts[0].startsWith("#")) {
            return List.of();
        }
        if (InchiFormula.isTooLarge(parts[0])) {
            throw block.broken(
                    last,
                    "its formula claims more than the " + InchiFormula.MOST_ATOMS
                            + " atoms besides hydrogen that an InChI may have");
        }
        try {
            InChIToStructure read = InChIGeneratorFactory.getInstance()
                    .getInChIToStructure(parts[0], SilentChemObjectBuilder.getInstance());
            IAtomContainer molecule = read.getAtomContainer();
            if (read.getStatus() == InchiStatus.ERROR || molecule == null || molecule.isEmpty()) {
                throw block.broken(last, "'" + parts[0] + "' is not an InChI: " + read.getMessage());
            }
            AtomContainerManipulator.convertImplicitToExplicitHydrogens(molecule);
            separateNitro(molecule);
            return List.of(MoleculeRecord.of(parts.length > 1 ? parts[1] : "", molecule));
        } catch (CDKException e) {
            throw new InputException("'" + parts[0] + "' is not an InChI (" + e.getMessage() + "); correct it", e);
        }
    }

    /** InChI gives nitro groups without charges. */
    private static int charge(IAtom atom) {
        int usual = MoleculeBuilder.usualCharge(atom);
        boolean separated = atom.getAtomicNumber() == 7 && usual == 1 || atom.getAtomicNumber() == 8 && usual == -1;
        return separated ? usual : atom.getFormalCharge();
    }

    private static void append(Structure structure, StringBuilder text) {
        try {
            InChIGenerator made = InChIGeneratorFactory.getInChIGenerator(((MoleculeRecord) structure).molecule());
            if (made.getStatus() == InchiStatus.ERROR || made.getInchi() == null) {
                throw new InputException("no InChI can be written for the molecule: " + made.getMessage());
            }
            text.append(made.getInchi());
        } catch (CDKException e) {
            throw new InputException("no InChI can be written for the molecule: " + e.getMessage(), e);
        }
        LineNotation.endLine(structure, text);
    }
}
