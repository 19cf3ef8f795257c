package org.lowland.io.store.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IChemObject;
import org.openscience.cdk.io.MDLV2000Writer;

/**
 * Properties of molecules and atoms whose names are text and whose values are text, numbers, truth values or the spin
 * multiplicities of MDL. Other objects, which programs hang on molecules while they work, have no text.
 */
final class PropertyDocument {
    private static final String SPIN = "spin";

    private PropertyDocument() {}

    static void write(IAtomContainer molecule, ObjectNode node) {
        ObjectNode own = of(molecule, node);
        if (!own.isEmpty()) {
            node.set("properties", own);
        }
        ObjectNode atoms = node.objectNode();
        for (IAtom atom : molecule.atoms()) {
            ObjectNode held = of(atom, node);
            if (!held.isEmpty()) {
                atoms.set(String.valueOf(atom.getIndex()), held);
            }
        }
        if (!atoms.isEmpty()) {
            node.set("atomProperties", atoms);
        }
    }

    static void read(JsonNode node, IAtomContainer molecule) {
        set(molecule, node.path("properties"));
        node.path("atomProperties")
                .properties()
                .forEach(atom -> set(molecule.getAtom(Integer.parseInt(atom.getKey())), atom.getValue()));
    }

    private static ObjectNode of(IChemObject object, ObjectNode node) {
        Map<String, Object> sorted = new TreeMap<>();
        object.getProperties().forEach((key, value) -> {
            if (key instanceof String name && value != null) {
                sorted.put(name, value);
            }
        });
        ObjectNode properties = node.objectNode();
        sorted.forEach((name, value) -> {
            if (value instanceof String text) {
                properties.put(name, text);
            } else if (value instanceof Integer number) {
                properties.put(name, number);
            } else if (value instanceof Double number) {
                properties.put(name, number);
            } else if (value instanceof Boolean truth) {
                properties.put(name, truth);
            } else if (value instanceof MDLV2000Writer.SPIN_MULTIPLICITY spin) {
                properties.putObject(name).put(SPIN, spin.name());
            }
        });
        return properties;
    }

    private static void set(IChemObject object, JsonNode properties) {
        properties.properties().forEach(property -> object.setProperty(property.getKey(), value(property.getValue())));
    }

    private static Object value(JsonNode value) {
        if (value.isObject()) {
            return MDLV2000Writer.SPIN_MULTIPLICITY.valueOf(value.get(SPIN).asText());
        }
        if (value.isInt()) {
            return value.asInt();
        }
        if (value.isNumber()) {
            return value.asDouble();
        }
        return value.isBoolean() ? value.asBoolean() : value.asText();
    }
}
