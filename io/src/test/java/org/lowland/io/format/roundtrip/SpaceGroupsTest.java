package org.lowland.io.format.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lowland.io.format.crystal.SpaceGroupTable;
import org.lowland.io.jmol.JmolSpaceGroups;

/** The operations that Jmol has for the names of all 230 space groups are those that ASE has. */
class SpaceGroupsTest {
    private static final int TRICLINIC_AND_MONOCLINIC = 15;
    private static final Set<Integer> RHOMBOHEDRAL = Set.of(146, 148, 155, 160, 161, 166, 167);

    @Test
    void theSameAsInAse() throws IOException, InterruptedException {
        PythonClient.require("ase.spacegroup", "python3-ase is not installed: its space groups are not compared");
        JsonNode answers = PythonClient.answers("space_groups.py", new ObjectMapper().createArrayNode());
        assertThat(answers.size()).isGreaterThan(250);
        SpaceGroupTable table = new JmolSpaceGroups();
        int compared = 0;
        for (JsonNode answer : answers) {
            int number = answer.get("number").asInt();
            int setting = answer.get("setting").asInt();
            // the second settings of these have another axis under the same short name
            if (setting == 1 || number > TRICLINIC_AND_MONOCLINIC) {
                String name = answer.get("symbol").asText();
                SpaceGroupTable.Setting found = table.named(name + choice(number, setting))
                        .filter(chosen -> chosen.number() == number)
                        .or(() -> table.named(name))
                        .orElseThrow(() -> new AssertionError(name));
                assertThat(found.number()).as(name).isEqualTo(number);
                assertThat(operations(found.operations()))
                        .as(name + ", setting " + setting)
                        .isEqualTo(operations(answer));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(255);
    }

    private static String choice(int number, int setting) {
        return RHOMBOHEDRAL.contains(number) ? setting == 1 ? ":h" : ":r" : ":" + setting;
    }

    private static Set<String> operations(JsonNode answer) {
        Set<String> operations = new TreeSet<>();
        for (JsonNode operation : answer.get("operations")) {
            int[] numbers = new int[12];
            Arrays.setAll(numbers, k -> operation.get(k).asInt());
            operations.add(Arrays.toString(numbers));
        }
        return operations;
    }

    private static Set<String> operations(List<String> texts) {
        Set<String> operations = new TreeSet<>();
        for (String text : texts) {
            int[] numbers = new int[12];
            String[] parts = text.split(",");
            for (int row = 0; row < 3; row++) {
                for (String term : parts[row].replace("-", "+-").split("\\+")) {
                    add(term, row, numbers);
                }
            }
            operations.add(Arrays.toString(numbers));
        }
        return operations;
    }

    private static void add(String term, int row, int[] numbers) {
        if (term.isEmpty()) {
            return;
        }
        int axis = "xyz".indexOf(term.charAt(term.length() - 1));
        if (axis >= 0) {
            numbers[3 * row + axis] += term.startsWith("-") ? -1 : 1;
        } else {
            String[] fraction = term.split("/");
            numbers[9 + row] = Math.floorMod(24 * Integer.parseInt(fraction[0]) / Integer.parseInt(fraction[1]), 24);
        }
    }
}
