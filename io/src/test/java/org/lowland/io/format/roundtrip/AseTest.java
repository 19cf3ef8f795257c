package org.lowland.io.format.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Holdings;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.Structure;

/** ASE reads the frames that are written here, and what it writes of them is read here: numbers as many as there are digits. */
class AseTest {
    private static final List<Sample> SAMPLES = new ArrayList<>();
    private static final Map<String, JsonNode> ANSWERS = new TreeMap<>();

    /** Our formats and ASE's. */
    private static final Map<String, String> NAMES =
            new TreeMap<>(Map.of("xyz", "extxyz", "poscar", "vasp", "cif", "cif", "xsf", "xsf", "coord", "turbomole"));

    @BeforeAll
    static void ask() throws Exception {
        PythonClient.require("ase.io", "ASE is not installed (Debian: apt-get install python3-ase)");
        SAMPLES.addAll(Lattices.all());
        SAMPLES.addAll(Frames.all());
        ArrayNode jobs = new ObjectMapper().createArrayNode();
        List<String> keys = new ArrayList<>();
        for (Sample sample : SAMPLES) {
            for (String format : NAMES.keySet()) {
                Optional<String> text = Passage.text(format, sample.structure());
                if (text.isPresent()) {
                    ObjectNode job = jobs.addObject();
                    job.put("format", NAMES.get(format)).put("text", text.get());
                    ArrayNode back = job.putArray("back");
                    if (format.equals("xyz")) {
                        backs(sample).forEach(back::add);
                    }
                    keys.add(sample.name() + " " + format);
                }
            }
        }
        JsonNode answers = PythonClient.answers("frames_in_ase.py", jobs);
        for (int k = 0; k < keys.size(); k++) {
            ANSWERS.put(keys.get(k), answers.get(k));
        }
    }

    @Test
    void readsExtendedXyzWithAllThatItHolds() {
        for (Sample sample : SAMPLES) {
            LabelledFrame frame = (LabelledFrame) sample.structure();
            JsonNode found = found(sample, "xyz");
            requireSame(sample, frame.system(), found, 5.1e-9);
            frame.evaluation().ifPresent(evaluation -> requireSame(evaluation, found));
            assertThat(indices(found.get("fixed"))).as(sample.toString()).isEqualTo(fixed(frame.system()));
            frame.info().forEach((key, value) -> {
                if (!key.equals("energy")) {
                    assertThat(found.get("info").path(key).asText())
                            .as(sample + " " + key)
                            .isEqualTo(value);
                }
            });
            frame.columns().forEach(column -> {
                if (!column.name().equals("forces")) {
                    assertThat(found.get("arrays").has(column.name()))
                            .as(sample.toString())
                            .isTrue();
                }
            });
        }
    }

    @Test
    void readsOtherFormatsOfCrystals() {
        int read = 0;
        for (Sample sample : SAMPLES) {
            LabelledFrame frame = (LabelledFrame) sample.structure();
            for (String format : List.of("poscar", "xsf")) {
                if (ANSWERS.containsKey(sample.name() + " " + format) && isFull(frame)) {
                    requireSame(sample, frame.system(), found(sample, format), 1e-8);
                    read++;
                }
            }
            // ASE leaves the cell of coord files out
            assertThat(RdkitTest.numbers(found(sample, "coord").get("positions")))
                    .as(sample.toString())
                    .containsExactly(frame.system().positions(), within(1e-8));
            if (ANSWERS.containsKey(sample.name() + " cif")) {
                double[] places = RdkitTest.numbers(found(sample, "cif").get("positions"));
                assertThat(places).as(sample.toString()).hasSize(3 * frame.atoms());
                read++;
            }
        }
        assertThat(read).isGreaterThan(80);
    }

    @Test
    void writesWhatIsReadHere() {
        int compared = 0;
        for (Sample sample : SAMPLES) {
            JsonNode written = ANSWERS.get(sample.name() + " xyz").get("written");
            for (String format : backs(sample)) {
                String ours = NAMES.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(format))
                        .findFirst()
                        .orElseThrow()
                        .getKey();
                byte[] text = written.get(format).asText().getBytes(StandardCharsets.UTF_8);
                List<Structure> back = Passage.read(ours, text, new ArrayList<>());
                Set<Feature> expected = EnumSet.copyOf(Holdings.of(sample.structure()));
                expected.retainAll(carried(format));
                assertThat(Survival.kept(sample.structure(), back.get(0), format.equals("cif") ? 2e-4 : 1e-7))
                        .as(format + " " + sample)
                        .containsAll(expected);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static List<String> backs(Sample sample) {
        boolean full = isFull((LabelledFrame) sample.structure());
        return full ? List.of("extxyz", "vasp", "cif", "xsf") : List.of("extxyz");
    }

    private static boolean isFull(LabelledFrame frame) {
        Optional<Cell> cell = frame.system().cell();
        return cell.isPresent()
                && cell.get().isPeriodic(0)
                && cell.get().isPeriodic(1)
                && cell.get().isPeriodic(2);
    }

    /** ASE names no frame in the other formats, and writes fixed atoms to POSCAR only. */
    private static Set<Feature> carried(String format) {
        return switch (format) {
            case "extxyz" ->
                EnumSet.of(
                        Feature.COORDINATES,
                        Feature.UNIT_CELL,
                        Feature.TITLE,
                        Feature.NET_CHARGE,
                        Feature.MULTIPLICITY,
                        Feature.ENERGIES,
                        Feature.FORCES,
                        Feature.STRESS);
            case "vasp" -> EnumSet.of(Feature.COORDINATES, Feature.UNIT_CELL, Feature.FIXED_ATOMS);
            case "xsf" -> EnumSet.of(Feature.COORDINATES, Feature.UNIT_CELL, Feature.FORCES);
            default -> EnumSet.of(Feature.UNIT_CELL);
        };
    }

    private static JsonNode found(Sample sample, String format) {
        JsonNode answer = ANSWERS.get(sample.name() + " " + format);
        assertThat(answer.path("error").asText()).as(format + " " + sample).isEmpty();
        assertThat(answer.get("frames")).hasSize(1);
        return answer.get("frames").get(0);
    }

    private static void requireSame(Sample sample, AtomicSystem system, JsonNode found, double tolerance) {
        assertThat(indices(found.get("numbers")))
                .as(sample.toString())
                .containsExactly(
                        java.util.Arrays.stream(system.atomicNumbers()).boxed().toArray(Integer[]::new));
        assertThat(RdkitTest.numbers(found.get("positions")))
                .as(sample.toString())
                .containsExactly(system.positions(), within(tolerance));
        Cell cell = system.cell().filter(Cell::isPeriodic).orElse(null);
        if (cell != null) {
            assertThat(RdkitTest.numbers(found.get("cell")))
                    .as(sample.toString())
                    .containsExactly(cell.vectors(), within(tolerance));
        }
        for (int axis = 0; axis < 3; axis++) {
            assertThat(found.get("pbc").get(axis).booleanValue())
                    .as(sample.toString())
                    .isEqualTo(cell != null && cell.isPeriodic(axis));
        }
    }

    private static void requireSame(Evaluation evaluation, JsonNode found) {
        assertThat(found.get("energy").doubleValue()).isEqualTo(evaluation.energy());
        assertThat(RdkitTest.numbers(found.get("forces"))).containsExactly(evaluation.forces(), within(5.1e-9));
        evaluation.stress().ifPresent(stress -> assertThat(RdkitTest.numbers(found.get("stress")))
                .containsExactly(stress, within(1e-15)));
    }

    private static List<Integer> indices(JsonNode array) {
        List<Integer> indices = new ArrayList<>();
        array.forEach(node -> indices.add(node.intValue()));
        return indices;
    }

    private static List<Integer> fixed(AtomicSystem system) {
        List<Integer> fixed = new ArrayList<>();
        for (int atom = 0; atom < system.size(); atom++) {
            if (system.isFixed(atom)) {
                fixed.add(atom);
            }
        }
        return fixed;
    }
}
