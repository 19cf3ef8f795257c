package org.lowland.io.format.quantum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.system.Units;
import org.lowland.io.format.Formats;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;

/** Texts built as the programs write them: each geometry once, with the energy and the forces that belong to it. */
class QuantumOutputsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/samples");
    private static final String GAUSSIAN_HEAD =
            """
             Entering Gaussian System, Link 0=g16
             Charge =  0 Multiplicity = 1
            """;
    private static final String STANDARD =
            """
                                     Standard orientation:
             ---------------------------------------------------------------------
             Center     Atomic      Atomic             Coordinates (Angstroms)
             Number     Number       Type             X           Y           Z
             ---------------------------------------------------------------------
                  1          8           0        0.000000    0.000000    0.117790
                  2          1           0        0.000000    0.755453   -0.471161
                  3          1           0        0.000000   -0.755453   -0.471161
             ---------------------------------------------------------------------
            """;
    private static final String NWCHEM =
            """
                      Northwest Computational Chemistry Package (NWChem) 6.6
             Output coordinates in a.u. (scale by  1.000000000 to convert to a.u.)

              No.       Tag          Charge          X              Y              Z
             ---- ---------------- ---------- -------------- -------------- --------------
                1 oxygen               8.0000     0.00000000     0.00000000     0.00000000
                2 H1                   1.0000     1.80000000     0.00000000     0.00000000
                3 bqH                  1.0000     4.00000000     0.00000000     0.00000000

              open shells     =     1
              charge          =   0.00
                     Total SCF energy =    -75.364328768204
            """;

    private final List<String> said = new ArrayList<>();

    @Test
    void everyStepOfAnOptimizationInGaussian() throws IOException {
        List<LabelledFrame> frames = read(Files.readString(SAMPLES.resolve("hydroxide.gaussian")));
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).system().charge()).isEqualTo(-1);
        assertThat(frames.get(0).system().multiplicity()).isEqualTo(1);
        assertStep(frames.get(0), 1.0, -75.7964412290, -0.0211);
        assertStep(frames.get(1), 0.969, -75.7969120110, -0.0001);
        assertThat(said).isEmpty();
    }

    @Test
    void everyStepOfAnOptimizationInNwChem() throws IOException {
        List<LabelledFrame> frames = read(Files.readString(SAMPLES.resolve("hydroxyl.nwchem")));
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).system().charge()).isZero();
        assertThat(frames.get(0).system().multiplicity()).isEqualTo(2);
        assertStep(frames.get(0), 1.0, -75.691234567891, -0.0211);
        assertStep(frames.get(1), 0.97, -75.69193411, -0.0001);
    }

    private static void assertStep(LabelledFrame frame, double length, double energy, double force) {
        assertThat(frame.system().atomicNumbers()).containsExactly(8, 1);
        assertThat(frame.system().positions()[3]).isCloseTo(length, within(1e-9));
        assertThat(frame.energy().orElseThrow() / Units.HARTREE).isCloseTo(energy, within(1e-11));
        assertThat(frame.forces().orElseThrow()[3] / (Units.HARTREE / Units.BOHR))
                .isCloseTo(force, within(1e-12));
    }

    @Test
    void outputThatEndsWithTheEnergy() {
        String text = GAUSSIAN_HEAD + STANDARD + " SCF Done:  E(RB3LYP) =  -76.4089     A.U. after    8 cycles";
        assertThat(energy(text)).isCloseTo(-76.4089, within(1e-11));
    }

    @Test
    void energiesBeyondTheScf() {
        String scf = GAUSSIAN_HEAD + STANDARD + " SCF Done:  E(RHF) =  -76.0107     A.U. after    8 cycles\n";
        assertThat(energy(scf + " E2 =    -0.1893910000D+00 EUMP2 =    -0.76200091000000D+02\n"))
                .isCloseTo(-76.200091, within(1e-11));
        assertThat(energy(scf + " E2(B2PLYP) =    -0.11000000D+00 E(B2PLYP) =    -0.76350000000000D+02\n"))
                .isCloseTo(-76.35, within(1e-11));
        assertThat(energy(scf
                        + " DE(Corr)= -0.21     E(CORR)=     -76.220000     Delta=-1.3D-04\n CCSD(T)= -0.7623D+02\n"))
                .isCloseTo(-76.23, within(1e-11));
        assertThat(
                        energy(
                                scf
                                        + " E3=       -0.1D-01        EUMP3=      -0.7620D+02\n E4(SDTQ)= -0.1D-01 UMP4(SDTQ)= -0.7621D+02\n"))
                .isCloseTo(-76.21, within(1e-11));
        assertThat(energy(scf
                        + " SCF Done:  E(RHF) =  -20.5     A.U.\n ONIOM: extrapolated energy =     -90.250000000\n"))
                .isCloseTo(-90.25, within(1e-11));
        assertThat(energy(scf + " Total Energy, E(TD-HF/TD-DFT) =  -75.7000\n")).isCloseTo(-75.7, within(1e-11));
        assertThat(energy(scf
                        + " Zero-point correction=      0.021 (Hartree/Particle)\n E(ZPE)=  0.02 E(Thermal)= 0.03\n"))
                .isCloseTo(-76.0107, within(1e-11));
    }

    @Test
    void forcesNeedTheAxesTheyAreGivenIn() {
        String forces =
                """
                 SCF Done:  E(RHF) =  -76.0107     A.U. after    8 cycles
                 -------------------------------------------------------------------
                 Center     Atomic                   Forces (Hartrees/Bohr)
                 Number     Number              X              Y              Z
                 -------------------------------------------------------------------
                      1        8           0.000000000    0.000000000    0.001000000
                      2        1           0.000000000    0.000000000   -0.000500000
                      3        1           0.000000000    0.000000000   -0.000500000
                 -------------------------------------------------------------------
                """;
        assertThat(read(GAUSSIAN_HEAD + STANDARD + forces).get(0).forces()).isEmpty();
        assertThat(said).singleElement().asString().contains("input orientation");
        said.clear();
        String asGiven = STANDARD.replace("Standard", "Input");
        assertThat(read(GAUSSIAN_HEAD + asGiven + STANDARD + forces).get(0).forces())
                .isPresent();
        assertThat(said).isEmpty();
    }

    @Test
    void geometriesWithoutEnergies() {
        assertThat(read(GAUSSIAN_HEAD + STANDARD)).hasSize(1);
        assertThat(read(GAUSSIAN_HEAD + STANDARD + STANDARD)).hasSize(1);
        assertThat(read(GAUSSIAN_HEAD + STANDARD + STANDARD.replace("0.117790", "0.127790")))
                .hasSize(2);
    }

    @Test
    void atomicUnitsOpenShellsAndGhosts() {
        LabelledFrame frame = read(NWCHEM).get(0);
        assertThat(frame.system().atomicNumbers()).containsExactly(8, 1);
        assertThat(frame.system().multiplicity()).isEqualTo(2);
        assertThat(frame.system().positions()[3]).isCloseTo(1.8 * Units.BOHR, within(1e-12));
        assertThat(said).singleElement().asString().contains("ghost");
        assertThat(energy(NWCHEM + "  Total MP2 energy            -75.489612345678\n"))
                .isCloseTo(-75.489612345678, within(1e-11));
        assertThat(energy(NWCHEM + " CCSD(T) total energy / hartree       =       -75.512345678901234\n"))
                .isCloseTo(-75.512345678901, within(1e-11));
    }

    @Test
    void multiplicityOfOrca() {
        String text =
                """
                                                 * O   R   C   A *
                ---------------------------------
                CARTESIAN COORDINATES (ANGSTROEM)
                ---------------------------------
                  O      0.000000    0.000000    0.000000
                  O      0.000000    0.000000    1.208000

                 Total Charge           Charge          ....    0
                 Multiplicity           Mult            ....    3
                FINAL SINGLE POINT ENERGY      -150.123456789012
                """;
        assertThat(read(text).get(0).system().multiplicity()).isEqualTo(3);
        assertThat(energy(text)).isCloseTo(-150.123456789012, within(1e-11));
    }

    private double energy(String text) {
        List<LabelledFrame> frames = read(text);
        assertThat(frames).hasSize(1);
        return frames.get(0).energy().orElseThrow() / Units.HARTREE;
    }

    private List<LabelledFrame> read(String text) {
        List<LabelledFrame> frames = new ArrayList<>();
        try (RecordReader<? extends Structure> reader =
                Formats.all().read("text", new BufferedReader(new StringReader(text)))) {
            while (reader.hasNext()) {
                frames.add((LabelledFrame) reader.next());
                said.addAll(reader.remarks());
            }
        }
        return frames;
    }
}
