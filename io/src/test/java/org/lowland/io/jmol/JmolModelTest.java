package org.lowland.io.jmol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javajs.util.BS;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolViewer;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

class JmolModelTest {
    private static final String MOLECULE =
            """
            deuterated nitrone
              made up

              6  5  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0
                1.2500    0.1000    0.0000 N   0  3  0  0  0  0  0  0  0  0  0  0
                2.0000    1.1000    0.0000 O   0  5  0  0  0  0  0  0  0  0  0  0
               -0.5000    0.9000    0.0000 H   0  0  0  0  0  0  0  0  0  0  0  0
               -0.6000   -0.9000    0.0000 H   0  0  0  0  0  0  0  0  0  0  0  0
                1.8000   -0.8000    0.0000 H   0  0  0  0  0  0  0  0  0  0  0  0
              1  2  2  0
              2  3  1  0
              1  4  1  0
              1  5  1  0
              2  6  1  0
            M  CHG  2   2   1   3  -1
            M  ISO  1   4   2
            M  END
            """;

    private static Viewer viewer;

    @BeforeAll
    static void open() {
        viewer = (Viewer) JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "jmol", null, null, "-n -i", null);
        Logger.setLogLevel(Logger.LEVEL_ERROR);
    }

    private static JmolModel load(String text) {
        assertThat(viewer.loadInline(text)).isNull();
        return JmolModel.read(viewer, 0);
    }

    private static IAtomContainer molecule(JmolModel model) {
        return ((MoleculeRecord) model.structure()).molecule();
    }

    @Test
    void declaredBondsMakeAMolecule() {
        JmolModel model = load(MOLECULE);

        IAtomContainer molecule = molecule(model);
        AtomicSystem system = Molecules.toSystem(molecule);
        assertThat(model.title()).isEqualTo("deuterated nitrone");
        assertThat(molecule.getBondCount()).isEqualTo(5);
        assertThat(molecule.getBond(molecule.getAtom(0), molecule.getAtom(1)).getOrder())
                .isEqualTo(IBond.Order.DOUBLE);
        assertThat(molecule.getAtom(1).getFormalCharge()).isEqualTo(1);
        assertThat(molecule.getAtom(2).getFormalCharge()).isEqualTo(-1);
        assertThat(molecule.getAtom(3).getMassNumber()).isEqualTo(2);
        assertThat(molecule.getAtom(4).getMassNumber()).isNull();
        assertThat(system.charge()).isZero();
        assertThat(system.positions()).startsWith(0, 0, 0, 1.25, 0.1, 0, 2, 1.1, 0);
    }

    @Test
    void aromaticBondsAreKekulized() {
        StringBuilder text = new StringBuilder("benzene\n\n\n 12 12  0  0  0  0  0  0  0  0999 V2000\n");
        for (int k = 0; k < 12; k++) {
            double radius = k < 6 ? 1.39 : 2.48;
            text.append(String.format(
                    Locale.ROOT,
                    "%10.4f%10.4f%10.4f %s   0  0%n",
                    radius * Math.cos(k * Math.PI / 3),
                    radius * Math.sin(k * Math.PI / 3),
                    0.0,
                    k < 6 ? "C" : "H"));
        }
        IntStream.range(0, 6).forEach(k -> text.append(String.format("%3d%3d  4  0%n", k + 1, (k + 1) % 6 + 1)));
        IntStream.range(0, 6).forEach(k -> text.append(String.format("%3d%3d  1  0%n", k + 1, k + 7)));

        IAtomContainer molecule = molecule(load(text + "M  END\n"));

        assertThat(StreamSupport.stream(molecule.bonds().spliterator(), false)
                        .filter(bond -> bond.getOrder() == IBond.Order.DOUBLE))
                .hasSize(3)
                .allMatch(IBond::isAromatic);
    }

    @Test
    void guessedBondsAreNone() {
        JmolModel model = load("3\nwater\nO 0 0 0\nH 0.96 0 0\nH 0 0.96 0\n");

        assertThat(viewer.ms.bondCount).isEqualTo(2);
        LabelledFrame frame = (LabelledFrame) model.structure();
        assertThat(frame.title()).isEqualTo("water");
        assertThat(frame.system())
                .isEqualTo(AtomicSystem.of(new int[] {8, 1, 1}, new double[] {0, 0, 0, 0.96, 0, 0, 0, 0.96, 0}));
    }

    @Test
    void theCommentOfExtendedXyzIsRead() {
        JmolModel model = load(
                "2\nLattice=\"5 0 0 0 6 0 0 0 7\" pbc=\"T T F\" charge=1 spin=2 name=pair\n" + "H 0 0 0\nLi 1 0 0\n");

        LabelledFrame frame = (LabelledFrame) model.structure();
        assertThat(frame.title()).isEqualTo("pair");
        assertThat(frame.system().charge()).isEqualTo(1);
        assertThat(frame.system().multiplicity()).isEqualTo(2);
        assertThat(frame.system().cell().orElseThrow().vectors()).containsExactly(5, 0, 0, 0, 6, 0, 0, 0, 7);
        assertThat(frame.system().cell().orElseThrow().isPeriodic(2)).isFalse();
    }

    @Test
    void placesWithoutAnElementAreLeftOut() {
        JmolModel model = load("4\nwater\nO 0 0 0\nXx 0.3 0.3 0\nH 0.96 0 0\nH 0 0.96 0\n");

        assertThat(model.size()).isEqualTo(3);
        assertThat(model.place(1)).isEmpty();
        assertThat(model.place(3)).hasValue(2);
        assertThat(model.atom(2)).isEqualTo(3);
    }

    @Test
    void ofAlternateLocationsTheFirstCounts() {
        String line = "ATOM  %5d  %-3s%sGLY A   1    %8.3f%8.3f%8.3f  1.00  0.00           %s\n";
        JmolModel model = load(String.format(Locale.ROOT, line, 1, "N", " ", 0.0, 0.0, 0.0, "N")
                + String.format(Locale.ROOT, line, 2, "CA", "A", 1.45, 0.0, 0.0, "C")
                + String.format(Locale.ROOT, line, 3, "CA", "B", 1.45, 0.3, 0.0, "C")
                + String.format(Locale.ROOT, line, 4, "C", " ", 2.0, 1.4, 0.0, "C") + "END\n");

        assertThat(viewer.ms.ac).isEqualTo(4);
        assertThat(model.size()).isEqualTo(3);
        assertThat(model.place(2)).isEmpty();
    }

    @Test
    void coordinatesGoBackAndForth() {
        JmolModel model = load(MOLECULE);
        double[] before = model.coordinates();
        double[] moved = before.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += 0.1234567890123;
        }
        boolean[] fixed = new boolean[model.size()];
        fixed[2] = true;

        model.move(moved, fixed);

        double[] there = model.coordinates();
        for (int k = 0; k < moved.length; k++) {
            assertThat(there[k]).isEqualTo(k / 3 == 2 ? before[k] : Precision.stored(moved[k]));
        }
        model.restore(before);
        assertThat(model.coordinates()).isEqualTo(before);
    }

    @Test
    void someAtomsAlone() {
        load(MOLECULE);
        BS wanted = new BS();
        wanted.set(0);
        wanted.set(3);

        JmolModel model = JmolModel.read(viewer, 0, wanted);

        assertThat(molecule(model).getAtomCount()).isEqualTo(2);
        assertThat(molecule(model).getBondCount()).isEqualTo(1);
        assertThat(model.everything()).isEqualTo(wanted);
    }

    @Test
    void nothingIsRefused() {
        load(MOLECULE);

        assertThatThrownBy(() -> JmolModel.read(viewer, 0, new BS()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no atoms");
        assertThatThrownBy(() -> JmolModel.read(viewer, 7))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no model");
    }
}
