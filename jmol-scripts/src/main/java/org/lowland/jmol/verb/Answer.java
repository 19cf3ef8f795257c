package org.lowland.jmol.verb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jmol.script.SV;
import org.jmol.viewer.Viewer;
import org.lowland.cli.batch.JsonLines;
import org.lowland.jmol.minimize.RunProgress;

/** What a verb gives back: fields with names, as one object of JSON. Confined to one thread. */
final class Answer {
    /** The variable of Jmol's scripts that holds the last answer as an associative array. */
    static final String VARIABLE = "lowlandResult";

    private static final int DIGITS = 8;

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode fields;

    Answer() {
        this.fields = mapper.createObjectNode();
    }

    /** What the command line would write of one record. */
    static Answer line(Consumer<JsonLines> writer) {
        StringWriter text = new StringWriter();
        try (JsonLines lines = JsonLines.to("-", new PrintWriter(text))) {
            writer.accept(lines);
        }
        Answer answer = new Answer();
        try {
            answer.fields.setAll((ObjectNode) answer.mapper.readTree(text.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written as JSON cannot be read: " + text, e);
        }
        return answer;
    }

    static Answer error(String message) {
        return new Answer().with("error", message);
    }

    Answer with(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Answer with(String name, double value) {
        fields.put(name, value);
        return this;
    }

    Answer with(String name, Map<String, String> values) {
        ObjectNode object = fields.putObject(name);
        values.forEach(object::put);
        return this;
    }

    /**
     * Adds the energy as text, for Jmol's numbers have seven digits, too few for the energy of a molecule; and relative to
     * a reference.
     */
    Answer withExactEnergy(double energy, Optional<Double> reference) {
        if (Double.isFinite(energy)) {
            BigDecimal digits = BigDecimal.valueOf(energy).setScale(DIGITS, RoundingMode.HALF_EVEN);
            fields.put("exact_energy_eV", digits.toPlainString());
            if (reference.isPresent()) {
                fields.put("relative_eV", energy - reference.get());
            }
        }
        return this;
    }

    /** Adds a run step by step, energies relative to the last of them. */
    Answer withCourse(List<RunProgress> course) {
        ObjectNode object = fields.putObject("course");
        ArrayNode steps = object.putArray("step");
        ArrayNode energies = object.putArray("relative_eV");
        ArrayNode forces = object.putArray("fmax_eV_per_A");
        for (RunProgress point : course) {
            steps.add(point.step());
            energies.add(point.energy() - course.get(course.size() - 1).energy());
            forces.add(point.fmax());
        }
        return this;
    }

    /** The object of JSON, with its fields in the order in which they came. */
    String json() {
        return fields.toString();
    }

    /** Makes the answer the value of {@link #VARIABLE}. */
    void publish(Viewer viewer) {
        viewer.g.setUserVariable(VARIABLE.toLowerCase(Locale.ROOT), SV.getVariable(viewer.parseJSONMap(json())));
    }
}
