package org.lowland.jmol.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lowland.cli.Main;

@Tag("jmol")
class EnergyVerbTest {

    /** What the command line writes of a file. */
    static JsonNode commandLine(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(new Main().run(InputStream.nullInputStream(), printed, System.err, false, arguments))
                .isZero();
        return new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void answersAsTheCommandLineDoes() throws Exception {
        try (ScriptedJmol jmol = ScriptedJmol.with("aspirin.sdf")) {
            JsonNode expected = commandLine(
                    "energy", ScriptedJmol.EXAMPLES.resolve("aspirin.sdf").toString(), "--forces", "--json", "-");

            JsonNode answer = jmol.verb("energy --forces");

            assertThat(answer.fieldNames()).toIterable().containsAll(() -> expected.fieldNames());
            assertThat(answer.get("energy_eV").doubleValue())
                    .isCloseTo(expected.get("energy_eV").doubleValue(), within(1e-4));
            assertThat(answer.get("uncertainty_eV").doubleValue()).isPositive();
            assertThat(answer.get("formula").textValue()).isEqualTo("C9H8O4");
            assertThat(answer.get("title").textValue()).isEqualTo("aspirin");
            assertThat(answer.get("forces_eV_per_A")).hasSize(21);
            assertThat(answer.at("/forces_eV_per_A/7/1").doubleValue())
                    .isCloseTo(expected.at("/forces_eV_per_A/7/1").doubleValue(), within(1e-3));
        }
    }

    @Test
    void scriptsReachTheFieldsInTwoWays() {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            jmol.run("x = eval('JSON', javascript('lowland energy --forces')); e = x.energy_eV;"
                    + " f = x.forces_eV_per_A[14]; n = x.forces_eV_per_A.length; t = x.title");
            jmol.run("javascript \"lowland energy\"; e2 = lowlandResult.energy_eV; lowlandResult = 0;"
                    + " javascript 'lowland energy'; e3 = lowlandResult.energy_eV");

            assertThat(jmol.number("e")).isCloseTo(-4310.546, within(0.01)).isEqualTo(jmol.number("e2"));
            assertThat(jmol.number("e3")).isEqualTo(jmol.number("e2"));
            assertThat(jmol.value("f.length")).isEqualTo("3");
            assertThat(jmol.value("n")).isEqualTo("14");
            assertThat(jmol.value("t")).isEqualTo("butane");
        }
    }

    @Test
    void differencesOfEnergiesAreExactWhereJmolsNumbersAreNot() {
        try (ScriptedJmol jmol = ScriptedJmol.with("aspirin.sdf")) {
            jmol.run("a = eval('JSON', javascript('lowland energy')); {atomno=1}.x = {atomno=1}.x + 0.0005;"
                    + " b = eval('JSON', javascript('lowland energy --reference ' + a.exact_energy_eV))");

            double exact = Double.parseDouble(jmol.value("b.exact_energy_eV"))
                    - Double.parseDouble(jmol.value("a.exact_energy_eV"));
            assertThat(exact).isNotZero();
            assertThat(jmol.number("b.relative_eV")).isCloseTo(exact, within(1e-7));
        }
    }

    @Test
    void theChosenBackendIsTheDefault() {
        try (ScriptedJmol jmol = ScriptedJmol.open()) {
            jmol.run("lowlandBackend = 'lbfgs@lj'; x = \"2\\n\\nAr 0 0 0\\nAr 1.2 0 0\\n\"; load '@x'");

            assertThat(jmol.verb("energy").get("potential").textValue()).isEqualTo("lj");
            assertThat(jmol.verb("optimize").get("optimizer").textValue()).isEqualTo("lbfgs");
            assertThat(jmol.verb("optimize --optimizer fire").get("optimizer").textValue())
                    .isEqualTo("fire");
        }
    }

    @Test
    void chargeAndMultiplicityAreHandedOn() {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            assertThat(jmol.verb("energy --charge 1").get("error").textValue()).contains("charge");
        }
    }

    @Test
    void oneOfSeveralModelsIsChosen() {
        try (ScriptedJmol jmol = ScriptedJmol.with("butane.sdf")) {
            jmol.run("load APPEND '" + ScriptedJmol.script(ScriptedJmol.EXAMPLES.resolve("aspirin.sdf")) + "'");

            jmol.run("model 1.1");
            assertThat(jmol.verb("energy").get("formula").textValue()).isEqualTo("C4H10");
            jmol.run("model 2.1");
            assertThat(jmol.verb("energy").get("formula").textValue()).isEqualTo("C9H8O4");
            jmol.run("frame all");
            assertThat(jmol.verb("energy --model 1").get("index").intValue()).isEqualTo(1);
            assertThat(jmol.verb("energy").get("error").textValue()).contains("--model 1");
            assertThat(jmol.verb("energy --model 3").get("error").textValue()).contains("there are 2");
        }
    }

    @Test
    void forcesBecomeArrowsAndAProperty() {
        try (ScriptedJmol jmol = ScriptedJmol.with("aspirin.sdf")) {
            jmol.run("select oxygen");
            JsonNode answer = jmol.verb("forces --colour red");

            List<JsonNode> forces = IntStream.range(0, 21)
                    .mapToObj(atom -> answer.at("/forces_eV_per_A/" + atom))
                    .toList();
            for (int atom = 0; atom < 21; atom++) {
                String vector = "({atomindex=" + atom + "}.vxyz)";
                double length = 0;
                for (int axis = 0; axis < 3; axis++) {
                    double force = forces.get(atom).get(axis).doubleValue();
                    length += force * force;
                    assertThat(jmol.number(vector + "." + "xyz".charAt(axis))).isCloseTo(force, within(1e-5));
                }
                assertThat(jmol.number("{atomindex=" + atom + "}.property_force"))
                        .isCloseTo(Math.sqrt(length), within(1e-4));
            }
            assertThat(jmol.value("{selected}.size")).as("the selection stays").isEqualTo("4");
            assertThat(answer.get("arrow_A_per_eV_per_A").doubleValue()
                            * answer.get("fmax_eV_per_A").doubleValue())
                    .isCloseTo(1.5, within(1e-9));
            assertThat(jmol.value("script('show STATE')")).contains("vectors");

            jmol.verb("forces off");
            assertThat(jmol.number("{atomno=1}.vxyz.x")).isZero();
        }
    }
}
