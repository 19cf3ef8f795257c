package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lowland.api.optimize.StopReason;

/** What the words of the command mean. */
@Tag("jmol")
class CommandWordsTest {
    private JmolHouse jmol;

    @BeforeEach
    void open() {
        jmol = JmolHouse.open();
        jmol.load(JmolHouse.ETHANOL);
        jmol.run("lowlandBackend = 'rfo@organic'");
    }

    @AfterEach
    void close() {
        jmol.close();
    }

    private double distance(int i, int j) {
        double[] x = jmol.coordinates();
        return Math.sqrt(Math.pow(x[3 * i] - x[3 * j], 2)
                + Math.pow(x[3 * i + 1] - x[3 * j + 1], 2)
                + Math.pow(x[3 * i + 2] - x[3 * j + 2], 2));
    }

    private double measured(String expression) {
        jmol.run("measured = " + expression);
        return Double.parseDouble(jmol.variable("measured"));
    }

    @Test
    void stepsAreALimit() {
        RunRecord run = jmol.minimize("minimize STEPS 3");

        assertThat(run.steps()).isEqualTo(3);
        assertThat(run.converged()).isFalse();
        assertThat(run.reason()).isEqualTo(StopReason.STEP_LIMIT);
        assertThat(jmol.said()).anyMatch(line -> line.contains("not converged") && line.contains("STEPS"));
    }

    @Test
    void theVariableForStepsIsALimitToo() {
        assertThat(jmol.minimize("set minimizationSteps 2; minimize").steps()).isEqualTo(2);
    }

    @Test
    void theCriterionIsAForce() {
        RunRecord coarse = jmol.minimize("minimize CRITERION 0.2");
        assertThat(coarse.converged()).isTrue();
        assertThat(coarse.fmax()).isBetween(0.01, 0.2);

        RunRecord usual = jmol.minimize("minimize");
        assertThat(usual.fmax()).isBetween(1e-4, 0.01);

        RunRecord fine = jmol.minimize("set minimizationCriterion 0.0005; minimize");
        assertThat(fine.converged()).isTrue();
        assertThat(fine.fmax()).isLessThanOrEqualTo(0.0005);
    }

    @Test
    void energyMovesNothing() {
        double[] before = jmol.coordinates();

        RunRecord run = jmol.minimize("minimize ENERGY", "calculate");

        assertThat(jmol.coordinates()).isEqualTo(before);
        assertThat(run.steps()).isZero();
        assertThat(jmol.statuses()).containsExactly("calculate");
        double kilojoules = Double.parseDouble(jmol.variable("_minimizationEnergy"));
        jmol.minimize("set energyUnits 'kcal'; minimize ENERGY", "calculate");
        double kilocalories = Double.parseDouble(jmol.variable("_minimizationEnergy"));
        assertThat(kilojoules / kilocalories).isCloseTo(4.184, within(1e-5));
    }

    @Test
    void fixedAtomsStayToTheLastBit() {
        double[] before = jmol.coordinates();

        RunRecord run = jmol.minimize("minimize FIX {oxygen or atomno=1}; minimize");

        assertThat(run.converged()).isTrue();
        double[] after = jmol.coordinates();
        for (int k = 0; k < before.length; k++) {
            if (k / 3 == 0 || k / 3 == 2) {
                assertThat(after[k]).isEqualTo(before[k]);
            } else {
                assertThat(after[k]).isNotEqualTo(before[k]);
            }
        }
        RunRecord free = jmol.minimize("minimize FIX NONE; minimize");
        assertThat(free.energy()).isLessThan(run.energy());
    }

    @Test
    void fixedAtomsStayFixedWhenOthersAreEdited() {
        jmol.run("minimize FIX {oxygen}");
        jmol.minimize("minimize STEPS 2");
        double[] before = jmol.coordinates();

        jmol.run("{carbon}.partialCharge = 0.1");
        jmol.minimize("minimize STEPS 2");

        assertThat(jmol.coordinates()[6]).isEqualTo(before[6]);
        assertThat(jmol.coordinates()[0]).isNotEqualTo(before[0]);
    }

    @Test
    void theUnselectedStayAndAreFelt() {
        double[] before = jmol.coordinates();

        RunRecord run = jmol.minimize("minimize SELECT {hydrogen}");

        double[] after = jmol.coordinates();
        for (int k = 0; k < 9; k++) {
            assertThat(after[k]).isEqualTo(before[k]);
        }
        assertThat(after[9]).isNotEqualTo(before[9]);
        assertThat(run.energy()).isLessThan(-4000);
    }

    @Test
    void onlyLeavesTheOthersOut() {
        String water = "O 5.0 0.0 0.0\nH 5.9 0.3 0.0\nH 4.8 0.9 0.0\n";
        jmol.load("3\nwater\n" + water);
        RunRecord alone = jmol.minimize("minimize");
        jmol.load(JmolHouse.ETHANOL.replaceFirst("9\n", "12\n") + water);
        double[] before = jmol.coordinates();

        RunRecord only = jmol.minimize("minimize SELECT {atomno > 9} ONLY");
        double[] after = jmol.coordinates();

        assertThat(only.energy()).isCloseTo(alone.energy(), within(1e-9));
        assertThat(after[30]).isNotEqualTo(before[30]);
        System.arraycopy(before, 27, after, 27, 9);
        assertThat(after).isEqualTo(before);
        assertThat(jmol.minimize("minimize {atomno > 9}").energy()).isCloseTo(alone.energy(), within(1e-6));
        assertThat(jmol.minimize("minimize SELECT {atomno > 9}").energy()).isLessThan(alone.energy() - 4000);
    }

    @Test
    void constraintsHoldDistancesAnglesAndTorsions() {
        RunRecord run = jmol.minimize("minimize CONSTRAINT {C1} {C2} 1.60;"
                + "minimize CONSTRAINT {C1} {C2} {O3} 115;"
                + "minimize CONSTRAINT {C1} {C2} {O3} {H9} 60;"
                + "minimize");

        assertThat(run.converged()).as(run.toString()).isTrue();
        assertThat(distance(0, 1)).isCloseTo(1.6, within(1e-5));
        assertThat(measured("angle({C1},{C2},{O3})")).isCloseTo(115, within(1e-3));
        assertThat(measured("angle({C1},{C2},{O3},{H9})")).isCloseTo(60, within(1e-3));

        jmol.minimize("minimize CONSTRAINT CLEAR; minimize");
        assertThat(distance(0, 1)).isBetween(1.49, 1.54);
    }

    @Test
    void clearForgetsConstraintsAndFixedAtoms() {
        jmol.run("minimize FIX {oxygen}; minimize CONSTRAINT {C1} {C2} 1.7; minimize CLEAR");
        double[] before = jmol.coordinates();

        jmol.minimize("minimize");

        assertThat(distance(0, 1)).isBetween(1.49, 1.54);
        assertThat(jmol.coordinates()[6]).isNotEqualTo(before[6]);
    }

    @Test
    void hydrogensAreAddedBefore() {
        jmol.run("load inline '3\\nmethanol without hydrogens on C\\nC 0 0 0\\nO 1.4 0 0\\nH 1.7 0.9 0\\n'");

        RunRecord run = jmol.minimize("minimize ADDHYDROGENS");

        assertThat(jmol.viewer().ms.ac).isEqualTo(6);
        assertThat(run.converged()).as(run.toString()).isTrue();
        assertThat(run.backend()).isEqualTo("rfo@organic");
    }

    @Test
    void silentIsSynchronousAndSaysNothing() {
        jmol.run("minimize SILENT; x = _minimizationStatus");

        assertThat(jmol.variable("x")).isEqualTo("done");
        assertThat(jmol.said()).noneMatch(line -> line.contains("rfo@organic"));
        assertThat(jmol.statuses()).endsWith("done");
    }

    @Test
    void withoutItsThreadItIsSynchronous() {
        jmol.run("set useMinimizationThread false; minimize; x = _minimizationStatus");

        assertThat(jmol.variable("x")).isEqualTo("done");
        assertThat(jmol.said()).anyMatch(line -> line.contains("rfo@organic"));
    }

    @Test
    void undoBringsTheCoordinatesBack() {
        double[] before = jmol.coordinates();
        jmol.minimize("minimize");
        double[] after = jmol.coordinates();
        assertThat(after).isNotEqualTo(before);

        jmol.run("undoMove");
        awaitClose(before);
        jmol.run("redoMove");
        awaitClose(after);
        jmol.run("restore coordinates minimize");
        awaitClose(before);
    }

    /** Jmol queues what it takes back, and writes what it remembers with few decimals. */
    private void awaitClose(double[] expected) {
        for (int k = 0; k < 200 && largest(expected) > 1e-4; k++) {
            JmolHouse.sleep(20);
        }
        assertThat(largest(expected)).isLessThan(1e-4);
    }

    private double largest(double[] expected) {
        double[] now = jmol.coordinates();
        double largest = 0;
        for (int k = 0; k < now.length; k++) {
            largest = Math.max(largest, Math.abs(now[k] - expected[k]));
        }
        return largest;
    }
}
