package org.lowland.io.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.lowland.io.file.StreamOutput;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.ISingleElectron;

/** What comes back of molecules that were written and read: all that the format says it carries. */
class RoundTripTest {
    private static final List<String> SMILES = List.of(
            "CC(=O)Oc1ccccc1C(=O)O",
            "C[N+](=O)[O-]",
            "[NH3+]CC(=O)[O-]",
            "C[C@H](F)Cl",
            "N[C@@H](C)C(=O)O",
            "[13CH3]O",
            "[2H]OC",
            "CC(=O)[O-].[Na+]",
            "[NH4+].[Cl-]",
            "CN=[N+]=[N-]",
            "C=[N+]=[N-]",
            "[C-]#[N+]C",
            "[CH3]",
            "C[CH]C",
            "F/C=C/F",
            "F/C=C\\F",
            "C[n+]1ccccc1",
            "c1ccc2[nH]ccc2c1",
            "CS(=O)(=O)N",
            "OP(=O)(O)OC",
            "C[S@](=O)CC",
            "C#CC=C",
            "O=C=O",
            "NC(=[NH2+])N",
            "C1CCCCCCCCCCC1",
            "BrCI");

    private static final List<MoleculeRecord> MOLECULES = new ArrayList<>();

    @BeforeAll
    static void build() {
        for (String smiles : SMILES) {
            MoleculeRecord flat =
                    (MoleculeRecord) read("smiles", smiles + " " + smiles).get(0);
            IAtomContainer molecule = ConformerBuilder.thorough().build(flat.molecule(), 0);
            MOLECULES.add(flat.replaced(molecule).with("key", "a < b & \"c\""));
        }
    }

    @ParameterizedTest
    @CsvSource({"sdf, 1e-4", "v3000, 1e-6", "mol2, 1e-6", "cml, 1e-8", "pdb, 1e-3", "xyz, 1e-8", "smiles, 0", "inchi, 0"
    })
    void keepsWhatItCarries(String id, double tolerance) {
        StructureFormat format = StructureFormat.byId(id);
        List<Structure> back = read(id, write(id, List.copyOf(MOLECULES)));

        assertThat(back).hasSize(MOLECULES.size());
        for (int k = 0; k < MOLECULES.size(); k++) {
            MoleculeRecord before = MOLECULES.get(k);
            String what = id + " " + SMILES.get(k);
            MoleculeRecord after = molecule(before, back.get(k));
            if (!id.equals("inchi") || !SMILES.get(k).matches(".*(\\[NH3\\+]|\\[NH4|\\[C-]|N\\+]=\\[N-]).*")) {
                assertThat(identity(after, format)).as(what).isEqualTo(identity(before, format));
            }
            assertThat(after.title()).as(what).isEqualTo(before.title());
            if (format.carries(Feature.PROPERTIES)) {
                assertThat(after.tag("key")).as(what).contains("a < b & \"c\"");
            }
            if (format.carries(Feature.COORDINATES)) {
                assertThat(farthest(before, after)).as(what).isLessThanOrEqualTo(tolerance);
            }
        }
    }

    @Test
    void tellsWhatIsLost() {
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (String id : List.of("mol2", "pdb", "xyz", "poscar")) {
            told.put(id, new ArrayList<>());
            for (MoleculeRecord molecule : MOLECULES) {
                Holdings.lost(molecule, StructureFormat.byId(id))
                        .forEach(lost -> told.get(id).add(molecule.title() + " " + lost));
            }
        }
        assertThat(told.get("mol2"))
                .contains("[13CH3]O ISOTOPES", "[2H]OC ISOTOPES", "[CH3] RADICALS", "C#CC=C PROPERTIES")
                .noneMatch(lost -> lost.contains("CHARGE") || lost.contains("STEREO") || lost.contains("BOND"));
        assertThat(told.get("xyz")).contains("C[n+]1ccccc1 FORMAL_CHARGES").noneMatch(lost -> lost.contains("NET"));
        assertThat(told.get("poscar")).contains("C[n+]1ccccc1 NET_CHARGE", "C#CC=C BOND_ORDERS");
        assertThat(told.get("pdb")).doesNotContain("C[n+]1ccccc1 FORMAL_CHARGES", "C[n+]1ccccc1 NET_CHARGE");
    }

    @Test
    void jsonIsOneObjectALine() {
        String text = write("json", List.copyOf(MOLECULES));
        assertThat(text.lines()).hasSize(MOLECULES.size()).allMatch(line -> line.startsWith("{\"title\":\""));
        assertThat(text.lines().toList().get(1)).contains("\"formal_charges\":[0,1,0,-1,0,0,0]", "[1,2,2]");
        assertThat(text.lines().toList().get(12)).contains("\"unpaired_electrons\":[1,0,0,0]");
    }

    /** Isotopes and radicals count only where the format carries them; geometry tells radicals of bare atoms. */
    private static String identity(MoleculeRecord record, StructureFormat format) {
        try {
            IAtomContainer copy = record.molecule().clone();
            if (!format.carries(Feature.ISOTOPES)) {
                copy.atoms().forEach(atom -> atom.setMassNumber(null));
            }
            return Smiles.canonical(copy) + " " + electrons(copy, format);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int electrons(IAtomContainer molecule, StructureFormat format) {
        int electrons = 0;
        for (ISingleElectron electron : molecule.singleElectrons()) {
            electrons += electron.getElectronCount();
        }
        return format.carries(Feature.RADICALS) ? electrons : 0;
    }

    private static MoleculeRecord molecule(MoleculeRecord before, Structure after) {
        if (after instanceof MoleculeRecord molecule) {
            return molecule;
        }
        int charge = 0;
        for (IAtom atom : before.molecule().atoms()) {
            charge += atom.getFormalCharge();
        }
        List<String> doubts = new ArrayList<>();
        return Conversion.toMolecule((LabelledFrame) after, OptionalInt.of(charge), what -> {}, doubts::add);
    }

    private static double farthest(MoleculeRecord before, MoleculeRecord after) {
        double farthest = 0;
        for (int atom = 0; atom < before.atoms(); atom++) {
            farthest = Math.max(
                    farthest,
                    before.molecule()
                            .getAtom(atom)
                            .getPoint3d()
                            .distanceLinf(after.molecule().getAtom(atom).getPoint3d()));
        }
        return farthest;
    }

    static String write(String id, List<Structure> structures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StructureWriter writer =
                StructureWriter.over(new StreamOutput(bytes, "bytes"), StructureFormat.byId(id), lost -> {})) {
            structures.forEach(writer::write);
            writer.commit();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** By content alone where the format can be told by it. */
    static List<Structure> read(String id, String text) {
        BufferedReader reader = new BufferedReader(new StringReader(text));
        List<Structure> structures = new ArrayList<>();
        try (RecordReader<? extends Structure> records = id.equals("smiles")
                ? StructureFormat.byId(id).read("text", reader)
                : Formats.all().read("text", reader)) {
            records.forEachRemaining(structures::add);
        }
        return structures;
    }
}
