package org.lowland.jmol.verb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is said and is the answer, nothing has moved, and the same Jmol goes on. */
@Tag("jmol")
class BadVerbsTest {
    private static ScriptedJmol jmol;

    @BeforeAll
    static void open() {
        jmol = ScriptedJmol.with("butane.sdf");
    }

    @AfterAll
    static void close() {
        jmol.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense|there is no verb 'nonsense'",
                "energy --potential nonsense|organic",
                "optimize --optimizer nonsense|rfo",
                "energy --fmax 1|--fmax",
                "optimize --fmax -1|fmax",
                "optimize --constrain 'torsion 1 2 3'|torsion",
                "optimize --constrain 'distance 1 99 = 2'|99",
                "optimize --fix 99|99",
                "energy 'open|quote",
                "energy --device gpu|gpu",
                "forces sideways|sideways",
                "forces --colour 'red; zap'|colour",
                "write nothing.pdf|.sdf",
                "write /no/such/folder/x.sdf|folder",
                "plot x.png|no run",
                "animate x.gif no-picture.png|no-picture.png",
                "optimize --evaluations many|many",
            })
    void badInputIsSaidAndTheScriptGoesOn(String line, String part) {
        double[] before = jmol.coordinates();
        jmol.said().clear();

        jmol.run("after = ''; javascript \"lowland " + line + "\"; after = 'reached'");

        assertThat(jmol.value("after")).isEqualTo("reached");
        assertThat(jmol.value("lowlandResult.error")).contains(part);
        assertThat(jmol.said()).anyMatch(said -> said.startsWith("lowland: ") && said.contains(part));
        assertThat(jmol.coordinates()).isEqualTo(before);
        assertThat(jmol.verb("energy").has("error")).as("it still works").isFalse();
    }

    @Test
    void withoutAModelOrWithElementsThatAreNotCovered() {
        try (ScriptedJmol empty = ScriptedJmol.open()) {
            assertThat(empty.verb("energy").get("error").textValue()).contains("load one first");
            assertThat(empty.verb("optimize").get("error").textValue()).contains("load one first");
            assertThat(empty.verb("forces off").get("error").textValue()).contains("load one first");
            empty.run("x = \"2\\n\\nFe 0 0 0\\nFe 2.2 0 0\\n\"; load '@x'");
            assertThat(empty.verb("energy").get("error").textValue()).contains("Fe");
            assertThat(empty.verb("optimize").get("error").textValue()).contains("Fe");
        }
    }
}
