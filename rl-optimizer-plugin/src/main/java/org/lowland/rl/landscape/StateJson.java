package org.lowland.rl.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;

/**
 * The parts that states of searches are made of, as JSON. Java writes a double with as many digits as it takes to read the
 * same bits. What is missing or of the wrong kind is an IllegalArgumentException.
 */
final class StateJson {
    private StateJson() {}

    static ObjectNode write(Walk.Position position, ObjectMapper mapper) {
        Evaluation evaluation = position.evaluation();
        ObjectNode node = mapper.createObjectNode();
        node.put("energy", evaluation.energy());
        node.set("positions", numbers(position.system().positions(), mapper));
        node.set("forces", numbers(evaluation.forces(), mapper));
        evaluation.stress().ifPresent(stress -> node.set("stress", numbers(stress, mapper)));
        evaluation.uncertainty().ifPresent(judged -> node.put("uncertainty", judged.energy()));
        return node;
    }

    static Walk.Position position(JsonNode node, AtomicSystem given) {
        int coordinates = 3 * given.size();
        Evaluation evaluation = Evaluation.of(number(node, "energy"), numbers(node, "forces", coordinates));
        if (node.has("stress")) {
            evaluation = evaluation.withStress(numbers(node, "stress", 9));
        }
        if (node.has("uncertainty")) {
            evaluation = evaluation.withUncertainty(Uncertainty.ofEnergy(number(node, "uncertainty")));
        }
        return new Walk.Position(given.withPositions(numbers(node, "positions", coordinates)), evaluation);
    }

    static JsonNode numbers(double[] values, ObjectMapper mapper) {
        return mapper.valueToTree(values);
    }

    static double[] numbers(JsonNode node, String name, int length) {
        JsonNode array = member(node, name);
        if (!array.isArray() || array.size() != length) {
            throw new IllegalArgumentException("'" + name + "' is not a list of " + length + " numbers");
        }
        double[] values = new double[length];
        for (int k = 0; k < length; k++) {
            values[k] = asNumber(array.get(k), name);
        }
        return values;
    }

    static double number(JsonNode node, String name) {
        return asNumber(member(node, name), name);
    }

    static double asNumber(JsonNode value, String name) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("'" + name + "' holds " + value + ", not a number");
        }
        return value.doubleValue();
    }

    static long count(JsonNode node, String name) {
        JsonNode value = member(node, name);
        if (!value.isIntegralNumber() || value.longValue() < 0) {
            throw new IllegalArgumentException("'" + name + "' is " + value + ", not a whole number");
        }
        return value.longValue();
    }

    static JsonNode member(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }
}
