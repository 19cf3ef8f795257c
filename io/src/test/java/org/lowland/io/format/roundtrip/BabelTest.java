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

/** Open Babel reads the molecules that are written here, and what it writes of them is read here. */
class BabelTest {
    private static final List<String> FORMATS = List.of("sdf", "v3000", "mol2", "cml", "pdb", "smiles", "inchi", "xyz");

    /** Kinds for which Open Babel has other rules of valence and charge, in the formats that leave these to the reader. */
    private static final Set<String> PLAIN = Set.of(
            "neutral", "cage", "aromatic", "macrocycle", "hypervalent", "metalloid", "tetrahedral", "double-bond");

    private static final List<Sample> SAMPLES = new ArrayList<>();
    private static final Map<String, JsonNode> READ = new TreeMap<>();
    private static final Map<String, JsonNode> WRITTEN = new TreeMap<>();

    @BeforeAll
    static void ask() throws Exception {
        PythonClient.require(
                "openbabel", "Open Babel is not installed for Python (Debian: apt-get install python3-openbabel)");
        ArrayNode jobs = new ObjectMapper().createArrayNode();
        List<String> keys = new ArrayList<>();
        for (Sample sample : Corpus.every(5)) {
            if (sample.structure() instanceof MoleculeRecord) {
                SAMPLES.add(sample);
                String sdf = Passage.text("sdf", sample.structure()).orElseThrow();
                for (String format : FORMATS) {
                    String text = Passage.text(format, sample.structure()).orElseThrow();
                    jobs.addObject().put("text", text).put("from", format).put("back", "sdf");
                    jobs.addObject().put("text", sdf).put("from", "sdf").put("back", format);
                    keys.add(sample.name() + " " + format);
                }
            }
        }
        JsonNode answers = PythonClient.answers("babel.py", jobs);
        for (int k = 0; k < keys.size(); k++) {
            READ.put(keys.get(k), answers.get(2 * k));
            WRITTEN.put(keys.get(k), answers.get(2 * k + 1));
        }
    }

    @Test
    void readsWhatIsWrittenHere() {
        for (Sample sample : SAMPLES) {
            for (String format : FORMATS) {
                Set<Feature> expected = EnumSet.of(Feature.COORDINATES);
                if (format.equals("sdf") || format.equals("v3000")) {
                    expected.addAll(EnumSet.of(Feature.BONDS, Feature.BOND_ORDERS, Feature.FORMAL_CHARGES));
                    expected.addAll(EnumSet.of(Feature.NET_CHARGE, Feature.ISOTOPES, Feature.TITLE));
                } else if (!format.equals("xyz") && PLAIN.contains(sample.kind())) {
                    expected.addAll(EnumSet.of(Feature.BONDS, Feature.BOND_ORDERS));
                }
                if (format.equals("smiles") || format.equals("inchi")) {
                    expected.remove(Feature.COORDINATES);
                    expected.remove(Feature.BONDS);
                    expected.remove(Feature.BOND_ORDERS);
                }
                requireKept(sample, format, READ, "sdf", expected);
            }
        }
    }

    @Test
    void writesWhatIsReadHere() {
        for (Sample sample : SAMPLES) {
            for (String format : FORMATS) {
                Set<Feature> expected = EnumSet.of(Feature.COORDINATES);
                if (format.equals("sdf") || format.equals("v3000")) {
                    expected.addAll(EnumSet.of(Feature.BONDS, Feature.BOND_ORDERS, Feature.FORMAL_CHARGES));
                    expected.addAll(EnumSet.of(Feature.NET_CHARGE, Feature.ISOTOPES, Feature.STEREO));
                } else if (!format.equals("xyz") && PLAIN.contains(sample.kind())) {
                    expected.addAll(EnumSet.of(Feature.BONDS, Feature.BOND_ORDERS));
                }
                if (format.equals("smiles") || format.equals("inchi")) {
                    expected.remove(Feature.COORDINATES);
                }
                requireKept(sample, format, WRITTEN, format.equals("v3000") ? "sdf" : format, expected);
            }
        }
    }

    private static void requireKept(
            Sample sample, String format, Map<String, JsonNode> answers, String back, Set<Feature> wanted) {
        JsonNode answer = answers.get(sample.name() + " " + format);
        assertThat(answer.path("error").asText()).as(format + " of " + sample).isEmpty();
        byte[] text = answer.get("text").asText().getBytes(StandardCharsets.UTF_8);
        List<Structure> structures = Passage.read(back, text, new ArrayList<>());
        Set<Feature> expected = EnumSet.copyOf(Holdings.of(sample.structure()));
        expected.retainAll(wanted);
        // what Open Babel writes has four decimals, in XYZ and CML five
        double tolerance = Math.max(Passage.tolerance(format), 6e-5);
        assertThat(Survival.kept(sample.structure(), structures.get(0), tolerance))
                .as(format + " of " + sample + ": " + answer.get("text").asText())
                .containsAll(expected);
    }
}
