package org.lowland.io.format.roundtrip;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lowland.api.LowlandException;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;

/**
 * The same round trips within Open Babel: molecules as SDF, crystals as CIF, written by it in a format, read by it again
 * and written as SDF or CIF.
 */
final class BabelTable {
    /** Our names of the formats and Open Babel's, for molecules and for crystals; its POSCAR needs a named file. */
    private static final Map<String, String> MOLECULES = new LinkedHashMap<>();

    private static final Map<String, String> CRYSTALS = new LinkedHashMap<>();

    static {
        for (String same : List.of("sdf", "v3000", "mol2", "cml", "pdb", "smiles", "inchi", "xyz")) {
            MOLECULES.put(same, same);
        }
        MOLECULES.put("coord", "tmol");
        CRYSTALS.putAll(Map.of("cif", "cif", "pdb", "pdb", "xyz", "exyz"));
    }

    private BabelTable() {}

    static RoundTripTable measure(List<Sample> samples) throws IOException, InterruptedException {
        RoundTripTable table = new RoundTripTable();
        ArrayNode jobs = new ObjectMapper().createArrayNode();
        List<String> formats = new ArrayList<>();
        List<Structure> given = new ArrayList<>();
        for (String id : RoundTripStudy.COMMON) {
            for (Sample sample : samples) {
                boolean molecule = sample.structure() instanceof MoleculeRecord;
                String via = (molecule ? MOLECULES : CRYSTALS).get(id);
                String text = via == null ? "" : text(sample.structure(), molecule ? "sdf" : "cif");
                if (!text.isEmpty()) {
                    ObjectNode job = jobs.addObject();
                    job.put("text", text).put("via", via);
                    job.put("from", molecule ? "sdf" : "cif").put("back", molecule ? "sdf" : "cif");
                    formats.add(id);
                    given.add(Passage.read(
                                    molecule ? "sdf" : "cif", text.getBytes(StandardCharsets.UTF_8), new ArrayList<>())
                            .get(0));
                }
            }
        }
        JsonNode answers = PythonClient.answers("babel.py", jobs);
        for (int k = 0; k < formats.size(); k++) {
            count(
                    table,
                    formats.get(k),
                    given.get(k),
                    answers.get(k),
                    jobs.get(k).get("back").asText());
        }
        return table;
    }

    private static void count(RoundTripTable table, String id, Structure before, JsonNode answer, String back) {
        if (answer.has("error")) {
            table.refuse(id);
            return;
        }
        table.count(id, before, kept(id, before, answer.get("text").asText(), back));
    }

    /** What comes back of a structure that another program wrote and read. */
    static Set<org.lowland.io.format.Feature> kept(String id, Structure before, String text, String back) {
        try {
            List<Structure> after = Passage.read(back, text.getBytes(StandardCharsets.UTF_8), new ArrayList<>());
            double tolerance = Math.max(Passage.tolerance(id), back.equals("sdf") ? 6e-5 : 1e-3);
            return after.size() == 1 ? Survival.kept(before, after.get(0), tolerance) : Set.of();
        } catch (LowlandException e) {
            // what cannot be read any more is lost as a whole
            return Set.of();
        }
    }

    /** The text, or nothing for structures that the format refuses. */
    static String text(Structure structure, String format) {
        return Passage.text(format, structure).orElse("");
    }
}
