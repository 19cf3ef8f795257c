package org.lowland.io.store.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.constraint.Constraint;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.LabelledFrame;

/** Frames of atoms: the system, and what the frame says beside it. */
final class FrameDocument {
    private FrameDocument() {}

    static void write(LabelledFrame frame, ObjectNode document) {
        AtomicSystem system = frame.system();
        Numbers.put(document, "numbers", system.atomicNumbers());
        Numbers.put(document, "positions", system.positions());
        document.put("charge", system.charge()).put("multiplicity", system.multiplicity());
        system.cell().ifPresent(cell -> {
            Numbers.put(document, "cell", cell.vectors());
            ArrayNode periodic = document.putArray("periodic");
            for (int vector = 0; vector < 3; vector++) {
                periodic.add(cell.isPeriodic(vector));
            }
        });
        if (system.freeAtoms() < system.size()) {
            ArrayNode fixed = document.putArray("fixed");
            for (boolean one : system.fixed()) {
                fixed.add(one);
            }
        }
        if (system.bonds().length > 0) {
            Numbers.put(document, "bonds", system.bonds());
        }
        if (!system.constraints().isEmpty()) {
            ArrayNode constraints = document.putArray("constraints");
            for (Constraint constraint : system.constraints()) {
                ObjectNode node =
                        constraints.addObject().put("kind", constraint.kind().name());
                Numbers.put(
                        node,
                        "atoms",
                        constraint.atoms().stream().mapToInt(Integer::intValue).toArray());
                constraint.target().ifPresent(target -> node.put("target", target));
            }
        }
        document.put("comment", frame.comment());
        ObjectNode info = document.putObject("info");
        frame.info().forEach(info::put);
        ArrayNode columns = document.putArray("columns");
        for (AtomColumn column : frame.columns()) {
            ObjectNode node = columns.addObject();
            node.put("name", column.name()).put("type", String.valueOf(column.type()));
            ArrayNode values = node.put("width", column.width()).putArray("values");
            column.values().forEach(values::add);
        }
    }

    static LabelledFrame read(JsonNode document) {
        AtomicSystem.Builder builder = AtomicSystem.builder(
                        Numbers.integers(document.get("numbers")), Numbers.doubles(document.get("positions")))
                .charge(document.get("charge").asInt())
                .multiplicity(document.get("multiplicity").asInt());
        if (document.has("cell")) {
            JsonNode periodic = document.get("periodic");
            builder.cell(Cell.of(
                    Numbers.doubles(document.get("cell")),
                    periodic.get(0).asBoolean(),
                    periodic.get(1).asBoolean(),
                    periodic.get(2).asBoolean()));
        }
        if (document.has("fixed")) {
            boolean[] fixed = new boolean[document.get("fixed").size()];
            for (int atom = 0; atom < fixed.length; atom++) {
                fixed[atom] = document.get("fixed").get(atom).asBoolean();
            }
            builder.fixed(fixed);
        }
        if (document.has("bonds")) {
            builder.bonds(Numbers.integers(document.get("bonds")));
        }
        List<Constraint> constraints = new ArrayList<>();
        for (JsonNode node : document.path("constraints")) {
            constraints.add(new Constraint(
                    Constraint.Kind.valueOf(node.get("kind").asText()),
                    Arrays.stream(Numbers.integers(node.get("atoms"))).boxed().toList(),
                    node.has("target") ? OptionalDouble.of(node.get("target").asDouble()) : OptionalDouble.empty()));
        }
        Map<String, String> info = new LinkedHashMap<>();
        document.path("info")
                .properties()
                .forEach(entry -> info.put(entry.getKey(), entry.getValue().asText()));
        return new LabelledFrame(
                builder.constraints(constraints).build(),
                Optional.empty(),
                document.path("comment").asText(),
                info,
                columns(document));
    }

    private static List<AtomColumn> columns(JsonNode document) {
        List<AtomColumn> columns = new ArrayList<>();
        for (JsonNode column : document.path("columns")) {
            List<String> values = new ArrayList<>();
            column.get("values").forEach(value -> values.add(value.asText()));
            columns.add(new AtomColumn(
                    column.get("name").asText(),
                    column.get("type").asText().charAt(0),
                    column.get("width").asInt(),
                    values));
        }
        return columns;
    }
}
