package org.lowland.jmol.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.jmol.minimize.RunListener;
import org.lowland.jmol.minimize.RunProgress;

@Tag("jmol")
class OptimizeVerbTest {
    private static final String CLUSTER =
            "x = \"7\\n\\nAr 0 0 0\\nAr 1.3 0 0\\nAr 0 1.3 0\\nAr 0 0 1.3\\nAr 1.3 1.3 0\\nAr 1.3 0 1.3\\nAr 0 1.3 1.3\\n\";"
                    + " load '@x';";
    private static final double LOWEST_OF_SEVEN = -16.505384;

    @TempDir
    Path folder;

    @Test
    void relaxesAsTheCommandLineDoesAndRestoringTakesItBack() throws Exception {
        try (ScriptedJmol jmol = ScriptedJmol.with("aspirin.sdf")) {
            JsonNode expected = EnergyVerbTest.commandLine(
                    "optimize",
                    ScriptedJmol.EXAMPLES.resolve("aspirin.sdf").toString(),
                    "-o",
                    folder.resolve("relaxed.sdf").toString(),
                    "--quiet",
                    "--json",
                    "-");
            double[] before = jmol.coordinates();

            JsonNode answer = jmol.verb("optimize");

            assertThat(answer.fieldNames()).toIterable().containsAll(() -> expected.fieldNames());
            assertThat(answer.get("energy_eV").doubleValue())
                    .isCloseTo(expected.get("energy_eV").doubleValue(), within(1e-4));
            assertThat(answer.get("converged").booleanValue()).isTrue();
            assertThat(answer.get("identity").textValue()).isEqualTo("KEPT");
            assertThat(jmol.verb("energy").get("energy_eV").doubleValue())
                    .isCloseTo(answer.get("energy_eV").doubleValue(), within(1e-4));
            assertThat(jmol.value("_minimizationStatus")).isEqualTo("done");
            assertThat(jmol.said()).anyMatch(line -> line.contains("converged"));

            jmol.run("restore coordinates minimize");
            assertThat(jmol.coordinates()).containsExactly(before, within(1e-6));
        }
    }

    @Test
    void holdsAtomsAndCoordinates() {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            double[] before = jmol.coordinates();

            JsonNode answer = jmol.verb("optimize --fix 2,3 --constrain 'torsion 1 2 3 4 = 60' --quiet");

            assertThat(answer.get("converged").booleanValue()).isTrue();
            assertThat(jmol.number("angle({atomno=1}, {atomno=2}, {atomno=3}, {atomno=4})"))
                    .isCloseTo(60, within(0.01));
            assertThat(Arrays.copyOfRange(jmol.coordinates(), 3, 9)).isEqualTo(Arrays.copyOfRange(before, 3, 9));
            assertThat(jmol.said()).noneMatch(line -> line.contains("converged"));
        }
    }

    @Test
    void aLimitIsNoSuccess() {
        try (ScriptedJmol jmol = ScriptedJmol.with("aspirin.sdf")) {
            JsonNode answer = jmol.verb("optimize --steps 2");

            assertThat(answer.get("converged").booleanValue()).isFalse();
            assertThat(answer.get("reason").textValue()).isEqualTo("STEP_LIMIT");
            assertThat(answer.get("message").textValue()).contains("raise --steps");
        }
    }

    @Test
    void theBestOfSeveralSeedsStays() {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            jmol.run(CLUSTER);

            JsonNode answer = jmol.verb(
                    "optimize --potential lj --optimizer 'basin-hopping?start=random' --evaluations 1500 --seeds 3 --course");

            assertThat(answer.get("energy_eV").doubleValue()).isCloseTo(LOWEST_OF_SEVEN, within(1e-5));
            assertThat(jmol.verb("energy --potential lj").get("energy_eV").doubleValue())
                    .isCloseTo(LOWEST_OF_SEVEN, within(1e-4));
            assertThat(answer.at("/course/step").size()).isGreaterThan(1);
            assertThat(answer.at("/course/relative_eV").size())
                    .isEqualTo(answer.at("/course/step").size());
            assertThat(jmol.verb("optimize --seeds 2").get("error").textValue()).contains("--seeds");
        }
    }

    @Test
    void trajectoriesComeBackWithForces() {
        try (ScriptedJmol jmol = ScriptedJmol.with("aspirin.sdf")) {
            Path file = folder.resolve("all steps.xyz");

            JsonNode answer = jmol.verb("optimize --trajectory '" + ScriptedJmol.script(file) + "'");
            jmol.load(file);

            assertThat(jmol.viewer().ms.mc).isEqualTo(answer.get("steps").intValue() + 1);
            assertThat(jmol.number("sqrt({1.1 and atomno=2}.vxyz * {1.1 and atomno=2}.vxyz)"))
                    .as("force at the start")
                    .isGreaterThan(0.1);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void haltingTheScriptStopsTheSearch() {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            jmol.run(CLUSTER);
            jmol.session().addListener(new RunListener() {
                @Override
                public void progressed(RunProgress progress) {
                    Thread other = new Thread(() -> jmol.viewer().haltScriptExecution());
                    other.start();
                }
            });

            jmol.viewer()
                    .scriptWait("answer = javascript(\"lowland optimize --potential lj --optimizer basin-hopping"
                            + " --evaluations 1000000000 --steps 100000000\"); after = 1");

            assertThat(jmol.session().isRunning()).isFalse();
            assertThat(jmol.session().lastRun().orElseThrow().reason().name()).isEqualTo("CANCELLED");
            assertThat(jmol.value("lowlandResult.reason")).isEqualTo("CANCELLED");
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void stoppingTheSessionEndsTheVerbAndTheScriptGoesOn() {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            jmol.run(CLUSTER);
            jmol.session().addListener(new RunListener() {
                @Override
                public void progressed(RunProgress progress) {
                    new Thread(jmol.session()::stop).start();
                }
            });

            JsonNode answer = jmol.verb("optimize --potential lj --optimizer basin-hopping --evaluations 1000000000"
                    + " --steps 100000000");

            assertThat(answer.get("reason").textValue()).isEqualTo("CANCELLED");
            assertThat(jmol.verb("energy --potential lj").get("energy_eV").doubleValue())
                    .isCloseTo(answer.get("energy_eV").doubleValue(), within(1e-4));
        }
    }
}
