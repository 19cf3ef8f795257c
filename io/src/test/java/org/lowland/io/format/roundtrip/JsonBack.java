package org.lowland.io.format.roundtrip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.vecmath.Point3d;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.stereo.StereoElementFactory;

/** Understands lines of JSON as a program would that knows only what is documented of them. */
final class JsonBack {
    private JsonBack() {}

    static List<Structure> read(String text) {
        List<Structure> structures = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        for (String line : text.lines().toList()) {
            try {
                JsonNode node = mapper.readTree(line);
                structures.add(node.has("formal_charges") ? molecule(node) : frame(node));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(line, e);
            }
        }
        return structures;
    }

    private static Structure molecule(JsonNode node) {
        IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
        for (int k = 0; k < node.get("symbols").size(); k++) {
            IAtom atom = molecule.getBuilder().newAtom();
            atom.setSymbol(node.get("symbols").get(k).asText());
            atom.setAtomicNumber(Elements.ofString(atom.getSymbol()).number());
            atom.setImplicitHydrogenCount(0);
            atom.setFormalCharge(node.get("formal_charges").get(k).asInt());
            double[] place = numbers(node.get("positions_A").get(k));
            atom.setPoint3d(new Point3d(place));
            JsonNode mass = node.path("isotopes").path(k);
            atom.setMassNumber(mass.isNumber() ? Integer.valueOf(mass.asInt()) : null);
            molecule.addAtom(atom);
        }
        for (JsonNode bond : node.get("bonds")) {
            molecule.addBond(
                    bond.get(0).asInt(),
                    bond.get(1).asInt(),
                    IBond.Order.values()[bond.get(2).asInt() - 1]);
        }
        for (int k = 0; k < molecule.getAtomCount(); k++) {
            for (int left = node.path("unpaired_electrons").path(k).asInt(); left > 0; left--) {
                molecule.addSingleElectron(k);
            }
        }
        molecule.setStereoElements(
                StereoElementFactory.using3DCoordinates(molecule).createAll());
        MoleculeRecord record = MoleculeRecord.of(node.get("title").asText(), molecule);
        for (Map.Entry<String, String> property : properties(node).entrySet()) {
            record = record.with(property.getKey(), property.getValue());
        }
        return record;
    }

    private static Structure frame(JsonNode node) {
        int[] elements = StreamSupport.stream(node.get("symbols").spliterator(), false)
                .mapToInt(symbol -> Elements.ofString(symbol.asText()).number())
                .toArray();
        AtomicSystem.Builder system = AtomicSystem.builder(elements, numbers(node.get("positions_A")))
                .charge(node.get("charge").asInt())
                .multiplicity(node.get("multiplicity").asInt());
        if (node.has("cell_A")) {
            JsonNode pbc = node.get("pbc");
            system.cell(Cell.of(
                    numbers(node.get("cell_A")),
                    pbc.get(0).asBoolean(),
                    pbc.get(1).asBoolean(),
                    pbc.get(2).asBoolean()));
        }
        if (node.has("fixed")) {
            boolean[] fixed = new boolean[elements.length];
            for (int atom = 0; atom < fixed.length; atom++) {
                fixed[atom] = node.get("fixed").get(atom).asBoolean();
            }
            system.fixed(fixed);
        }
        Map<String, String> info = properties(node);
        info.put("name", node.get("title").asText());
        List<AtomColumn> columns = new ArrayList<>();
        node.path("atom_properties").properties().forEach(entry -> columns.add(column(entry)));
        Optional<Evaluation> evaluation = Optional.empty();
        if (node.has("energy_eV") && node.has("forces_eV_per_A")) {
            Evaluation bare = Evaluation.of(node.get("energy_eV").asDouble(), numbers(node.get("forces_eV_per_A")));
            evaluation = Optional.of(
                    node.has("stress_eV_per_A3") ? bare.withStress(numbers(node.get("stress_eV_per_A3"))) : bare);
        } else if (node.has("energy_eV")) {
            info.put("energy", node.get("energy_eV").asText());
        } else if (node.has("forces_eV_per_A")) {
            columns.add(AtomColumn.ofForces(numbers(node.get("forces_eV_per_A"))));
        }
        return new LabelledFrame(system.build(), evaluation, "", info, columns);
    }

    private static AtomColumn column(Map.Entry<String, JsonNode> entry) {
        JsonNode first = entry.getValue().get(0);
        JsonNode value = first.isArray() ? first.get(0) : first;
        char type = value.isTextual() ? 'S' : value.isBoolean() ? 'L' : value.isIntegralNumber() ? 'I' : 'R';
        List<String> values = new ArrayList<>();
        for (JsonNode row : entry.getValue()) {
            if (row.isArray()) {
                row.forEach(each -> values.add(each.asText()));
            } else {
                values.add(row.asText());
            }
        }
        return new AtomColumn(entry.getKey(), type, first.isArray() ? first.size() : 1, values);
    }

    private static Map<String, String> properties(JsonNode node) {
        Map<String, String> properties = new LinkedHashMap<>();
        node.path("properties")
                .properties()
                .forEach(
                        entry -> properties.put(entry.getKey(), entry.getValue().asText()));
        return properties;
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .flatMapToDouble(each -> Arrays.stream(each.isArray() ? numbers(each) : new double[] {each.asDouble()}))
                .toArray();
    }
}
