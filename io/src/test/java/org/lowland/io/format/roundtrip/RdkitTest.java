package org.lowland.io.format.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Holdings;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;

/** RDKit reads the molecules that are written here, and what it writes of them is read here. */
class RdkitTest {
    private static final List<String> FORMATS = List.of("sdf", "v3000", "mol2", "pdb", "smiles", "inchi");

    /** Kinds that RDKit refuses or draws otherwise by its own rules of valence. */
    private static final Set<String> OTHER_RULES =
            Set.of("hypervalent", "metal", "octahedral", "trigonal-bipyramidal", "square-planar", "ylide", "radical");

    private static final List<Sample> SAMPLES = new ArrayList<>();
    private static final Map<String, JsonNode> ANSWERS = new TreeMap<>();

    @BeforeAll
    static void ask() throws Exception {
        PythonClient.require("rdkit", "RDKit is not installed (Debian: apt-get install python3-rdkit)");
        for (Sample sample : Corpus.every(5)) {
            if (sample.structure() instanceof MoleculeRecord && !OTHER_RULES.contains(sample.kind())) {
                SAMPLES.add(sample);
            }
        }
        ArrayNode jobs = new ObjectMapper().createArrayNode();
        List<String> keys = new ArrayList<>();
        for (Sample sample : SAMPLES) {
            for (String format : FORMATS) {
                String text = Passage.text(format, sample.structure()).orElseThrow();
                String type = format.equals("v3000") ? "sdf" : format;
                jobs.addObject().put("format", type).put("text", text);
                keys.add(sample.name() + " " + format);
            }
        }
        JsonNode answers = PythonClient.answers("molecules_in_rdkit.py", jobs);
        for (int k = 0; k < keys.size(); k++) {
            ANSWERS.put(keys.get(k), answers.get(k));
        }
    }

    @Test
    void readsTheSameFromSdfOfBothVersions() {
        for (Sample sample : SAMPLES) {
            JsonNode older = answer(sample, "sdf");
            JsonNode newer = answer(sample, "v3000");
            Facts facts = new Facts(sample.structure());
            for (JsonNode answer : List.of(older, newer)) {
                assertThat(answer.path("error").asText()).as(sample.toString()).isEmpty();
                assertThat(answer.get("charge").intValue())
                        .as(sample.toString())
                        .isEqualTo(facts.netCharge());
                assertThat(answer.get("radicals").intValue())
                        .as(sample.toString())
                        .isEqualTo(facts.multiplicity() - 1);
                double[] positions = numbers(answer.get("positions"));
                double tolerance = answer == older ? 5.1e-5 : 5.1e-7;
                assertThat(positions).hasSize(facts.places().length);
                for (int k = 0; k < positions.length; k++) {
                    assertThat(Math.abs(positions[k] - facts.places()[k]))
                            .as(sample.toString())
                            .isLessThanOrEqualTo(tolerance);
                }
            }
            assertThat(newer.get("smiles")).isEqualTo(older.get("smiles"));
            assertThat(newer.get("isotopes")).isEqualTo(older.get("isotopes"));
        }
    }

    @Test
    void readsTheSameMoleculeFromOtherFormats() {
        for (Sample sample : SAMPLES) {
            String expected = answer(sample, "sdf").path("smiles").asText();
            Set<Feature> held = Holdings.of(sample.structure());
            for (String format : List.of("smiles", "mol2", "pdb")) {
                boolean comparable = format.equals("smiles")
                        || !held.contains(Feature.ISOTOPES) && !held.contains(Feature.FORMAL_CHARGES);
                boolean stereo = held.contains(Feature.STEREO) && !sample.kind().equals("tetrahedral");
                if (comparable && !stereo) {
                    JsonNode answer = answer(sample, format);
                    assertThat(simple(answer.path("smiles")
                                    .asText(answer.path("error").asText())))
                            .as(format + " " + sample)
                            .isEqualTo(simple(expected));
                }
            }
        }
    }

    @Test
    void writesWhatIsReadHere() {
        Set<Feature> carried = EnumSet.of(
                Feature.COORDINATES,
                Feature.BONDS,
                Feature.BOND_ORDERS,
                Feature.FORMAL_CHARGES,
                Feature.NET_CHARGE,
                Feature.ISOTOPES,
                Feature.RADICALS,
                Feature.STEREO,
                Feature.TITLE);
        for (Sample sample : SAMPLES) {
            String text = answer(sample, "v3000").get("sdf").asText();
            List<Structure> back =
                    Passage.read("sdf", (text + "$$$$\n").getBytes(StandardCharsets.UTF_8), new ArrayList<>());
            Set<Feature> expected = EnumSet.copyOf(Holdings.of(sample.structure()));
            expected.retainAll(carried);
            assertThat(Survival.kept(sample.structure(), back.get(0), 6e-5))
                    .as(sample.toString())
                    .containsAll(expected);
        }
    }

    /** Without the arrangement of six equal neighbours, which RDKit reads from coordinates. */
    private static String simple(String smiles) {
        return smiles.replaceAll("@(OH|SP|TB)\\d+", "");
    }

    private static JsonNode answer(Sample sample, String format) {
        return ANSWERS.get(sample.name() + " " + format);
    }

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = array.get(k).doubleValue();
        }
        return numbers;
    }
}
