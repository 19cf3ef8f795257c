package org.lowland.io.jmol;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jmol.modelset.Atom;
import org.jmol.viewer.Viewer;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.format.XyzReader;
import org.openscience.cdk.config.Elements;

/** Reads one model. Confined to one thread. */
final class JmolModelReader {
    private final Viewer viewer;
    private final int model;
    private final List<Atom> atoms;
    private final Map<String, Object> about;

    JmolModelReader(Viewer viewer, int model, List<Atom> atoms) {
        this.viewer = viewer;
        this.model = model;
        this.atoms = atoms;
        this.about = viewer.ms.getModelAuxiliaryInfo(model);
    }

    JmolModel read() {
        JmolCell lattice = JmolCell.of(viewer, model, atoms);
        Optional<Cell> cell = lattice.cell();
        if (cell.isPresent()) {
            CrystalImages.Unique unique = CrystalImages.of(atoms, cell.get());
            AtomicSystem system = system(unique.atoms(), cell.get());
            LabelledFrame frame = LabelledFrame.of(system).with("name", title());
            return JmolModel.of(model, title(), frame, false, unique);
        }
        Structure structure = declaresBonds() ? MoleculeRecord.of(title(), JmolMolecule.of(viewer.ms, atoms)) : bare();
        return JmolModel.of(model, structure.title(), structure, lattice.isAsymmetricUnit(), CrystalImages.none(atoms));
    }

    /** Atoms without declared bonds; the comment of an XYZ file may say more of them than Jmol reads. */
    private LabelledFrame bare() {
        if (!"xyz".equals(text("fileType").toLowerCase(Locale.ROOT))) {
            return LabelledFrame.of(system(atoms, null)).with("name", title());
        }
        String comment = title().replaceAll("\\bProperties=\\S+", "").strip();
        StringBuilder frame = new StringBuilder(atoms.size() + "\n" + comment + "\n");
        double[] here = new double[3];
        for (Atom atom : atoms) {
            Precision.readTyped(atom, here, 0);
            frame.append(Elements.ofNumber(atom.getElementNumber()).symbol())
                    .append(" " + here[0] + " " + here[1] + " " + here[2] + "\n");
        }
        try (XyzReader reader =
                XyzReader.of("the comment of the model", new BufferedReader(new StringReader(frame.toString())))) {
            return reader.next();
        }
    }

    /** Whether the file had bonds; else Jmol has guessed them from distances. */
    private boolean declaresBonds() {
        return about.get("initialBondCount") instanceof Integer count && count > 0;
    }

    /** Formal charges of a crystal are oxidation states of what was asked to be shown; a cell as a whole is neutral. */
    private AtomicSystem system(List<Atom> of, Cell cell) {
        int[] numbers = new int[of.size()];
        double[] positions = new double[3 * of.size()];
        int charge = 0;
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = of.get(k).getElementNumber();
            charge += of.get(k).getFormalCharge();
            Precision.readTyped(of.get(k), positions, 3 * k);
        }
        AtomicSystem.Builder builder = AtomicSystem.builder(numbers, positions).charge(cell == null ? charge : 0);
        if (cell != null) {
            builder.cell(cell);
        }
        return builder.build();
    }

    private String title() {
        return Optional.ofNullable(viewer.ms.getModelName(model)).orElse("").strip();
    }

    private String text(String key) {
        return about.get(key) instanceof String value ? value : "";
    }
}
