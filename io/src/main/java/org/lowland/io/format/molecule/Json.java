package org.lowland.io.format.molecule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.file.Output;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordAppender;
import org.lowland.io.format.SdfTag;
import org.lowland.io.format.Structure;
import org.lowland.io.format.TextAppender;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Writes one JSON object a line and a structure: {@code title}, {@code symbols}, {@code positions_A}, {@code charge};
 * where there are such {@code multiplicity}, {@code cell_A} with {@code pbc}, {@code bonds} as triples of two atoms from 0
 * and an order, {@code formal_charges}, {@code isotopes}, {@code unpaired_electrons}, {@code fixed}, {@code energy_eV},
 * {@code forces_eV_per_A}, {@code stress_eV_per_A3} (nine numbers), {@code atom_properties} (for each atom a number, a
 * truth value or text, or a row of them) and {@code properties}; of two properties of one name the second is numbered.
 */
public final class Json {
    private final ObjectMapper mapper = new ObjectMapper();

    private Json() {}

    /**
     * Writes.
     *
     * @param output where the lines go
     * @return what appends them
     */
    public static RecordAppender begin(Output output) {
        Json json = new Json();
        return new TextAppender(output, json::append);
    }

    private void append(Structure structure, StringBuilder text) {
        ObjectNode node = mapper.createObjectNode();
        node.put("title", structure.title());
        if (structure instanceof LabelledFrame frame) {
            frame(frame, node);
        } else {
            molecule((MoleculeRecord) structure, node);
        }
        try {
            text.append(mapper.writeValueAsString(node)).append('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void frame(LabelledFrame frame, ObjectNode node) {
        AtomicSystem system = frame.system();
        ArrayNode symbols = node.putArray("symbols");
        ArrayNode places = node.putArray("positions_A");
        for (int atom = 0; atom < system.size(); atom++) {
            symbols.add(Elements.ofNumber(system.atomicNumber(atom)).symbol());
            places.addArray()
                    .add(system.position(atom, 0))
                    .add(system.position(atom, 1))
                    .add(system.position(atom, 2));
        }
        node.put("charge", system.charge());
        node.put("multiplicity", system.multiplicity());
        system.cell().ifPresent(cell -> cell(cell, node));
        if (system.freeAtoms() < system.size()) {
            ArrayNode fixed = node.putArray("fixed");
            for (boolean one : system.fixed()) {
                fixed.add(one);
            }
        }
        frame.energy().ifPresent(energy -> node.put("energy_eV", energy));
        frame.forces().ifPresent(forces -> forces(forces, node));
        frame.evaluation().flatMap(Evaluation::stress).ifPresent(stress -> {
            ArrayNode tensor = node.putArray("stress_eV_per_A3");
            for (double value : stress) {
                tensor.add(value);
            }
        });
        ObjectNode columns = node.objectNode();
        for (AtomColumn column : frame.columns()) {
            if (!column.name().equals("forces")) {
                columns.set(column.name(), rows(column));
            }
        }
        if (!columns.isEmpty()) {
            node.set("atom_properties", columns);
        }
        if (system.bonds().length > 0) {
            ArrayNode bonds = node.putArray("bonds");
            for (int k = 0; k < system.bonds().length; k += 2) {
                bonds.addArray().add(system.bonds()[k]).add(system.bonds()[k + 1]);
            }
        }
        ObjectNode properties = node.objectNode();
        frame.info().forEach((key, value) -> {
            if (!key.equals("name") && !key.equals("energy")) {
                properties.put(key, value);
            }
        });
        if (!properties.isEmpty()) {
            node.set("properties", properties);
        }
    }

    private static void cell(Cell cell, ObjectNode node) {
        ArrayNode vectors = node.putArray("cell_A");
        ArrayNode periodic = node.putArray("pbc");
        for (int vector = 0; vector < 3; vector++) {
            vectors.addArray()
                    .add(cell.component(vector, 0))
                    .add(cell.component(vector, 1))
                    .add(cell.component(vector, 2));
            periodic.add(cell.isPeriodic(vector));
        }
    }

    private static void forces(double[] forces, ObjectNode node) {
        ArrayNode rows = node.putArray("forces_eV_per_A");
        for (int k = 0; k < forces.length; k += 3) {
            rows.addArray().add(forces[k]).add(forces[k + 1]).add(forces[k + 2]);
        }
    }

    /** A value for each atom, or a row of values where there are several. */
    private static ArrayNode rows(AtomColumn column) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int k = 0; k < column.values().size(); k += column.width()) {
            ArrayNode row = column.width() == 1 ? rows : rows.addArray();
            column.values().subList(k, k + column.width()).forEach(value -> row.add(value(column.type(), value)));
        }
        return rows;
    }

    /** Text stays text, as does what is no number or truth value though it should be one. */
    private static JsonNode value(char type, String text) {
        try {
            return switch (type) {
                case 'I' -> JsonNodeFactory.instance.numberNode(Long.parseLong(text));
                case 'R' -> JsonNodeFactory.instance.numberNode(Double.parseDouble(text));
                case 'L' ->
                    text.equals("T") || text.equals("F")
                            ? JsonNodeFactory.instance.booleanNode(text.equals("T"))
                            : JsonNodeFactory.instance.textNode(text);
                default -> JsonNodeFactory.instance.textNode(text);
            };
        } catch (NumberFormatException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    private static void molecule(MoleculeRecord record, ObjectNode node) {
        IAtomContainer molecule = record.molecule();
        ArrayNode symbols = node.putArray("symbols");
        ArrayNode places = node.objectNode().putArray("positions_A");
        ArrayNode charges = node.objectNode().putArray("charges");
        ArrayNode isotopes = node.objectNode().putArray("isotopes");
        ArrayNode electrons = node.objectNode().putArray("electrons");
        int charge = 0;
        boolean isotopic = false;
        for (IAtom atom : molecule.atoms()) {
            symbols.add(atom.getSymbol());
            if (atom.getPoint3d() != null) {
                places.addArray()
                        .add(atom.getPoint3d().x)
                        .add(atom.getPoint3d().y)
                        .add(atom.getPoint3d().z);
            }
            int formal = atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
            charges.add(formal);
            charge += formal;
            isotopes.add(atom.getMassNumber());
            isotopic |= atom.getMassNumber() != null;
            electrons.add(molecule.getConnectedSingleElectronsCount(atom));
        }
        if (!places.isEmpty()) {
            node.set("positions_A", places);
        }
        node.put("charge", charge);
        node.set("formal_charges", charges);
        if (isotopic) {
            node.set("isotopes", isotopes);
        }
        if (molecule.getSingleElectronCount() > 0) {
            node.set("unpaired_electrons", electrons);
        }
        ArrayNode bonds = node.putArray("bonds");
        for (IBond bond : molecule.bonds()) {
            boolean unknown = bond.getOrder() == null || bond.getOrder() == IBond.Order.UNSET;
            ArrayNode triple = bonds.addArray()
                    .add(bond.getBegin().getIndex())
                    .add(bond.getEnd().getIndex());
            if (unknown && bond.isAromatic()) {
                triple.add(1.5);
            } else {
                triple.add(unknown ? 0 : bond.getOrder().numeric());
            }
        }
        record.evaluation().ifPresent(evaluation -> {
            node.put("energy_eV", evaluation.energy());
            forces(evaluation.forces(), node);
        });
        ObjectNode properties = node.objectNode();
        for (SdfTag tag : record.tags()) {
            String unique = tag.name();
            for (int number = 2; properties.has(unique); number++) {
                unique = tag.name() + "_" + number;
            }
            properties.put(unique, tag.value());
        }
        if (!properties.isEmpty()) {
            node.set("properties", properties);
        }
    }
}
