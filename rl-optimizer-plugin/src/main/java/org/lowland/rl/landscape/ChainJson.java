package org.lowland.rl.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.system.AtomicSystem;

/** A {@link Chain} as JSON. Java writes a double with as many digits as it takes to read the same bits. */
final class ChainJson {
    private ChainJson() {}

    static ObjectNode write(Chain chain, ObjectMapper mapper) {
        ObjectNode node = mapper.createObjectNode();
        node.put("quenches", chain.quenches());
        node.put("accepted", chain.accepted());
        node.put("evaluations", chain.evaluations());
        node.putObject("step")
                .put("length", chain.step().length())
                .put("moves", chain.step().moves())
                .put("accepted", chain.step().accepted());
        node.putObject("current")
                .put("energy", chain.energy())
                .set("positions", numbers(chain.current().positions(), mapper));
        Evaluation evaluation = chain.best().evaluation();
        ObjectNode best = node.putObject("best");
        best.put("energy", evaluation.energy());
        best.set("positions", numbers(chain.best().system().positions(), mapper));
        best.set("forces", numbers(evaluation.forces(), mapper));
        evaluation.stress().ifPresent(stress -> best.set("stress", numbers(stress, mapper)));
        evaluation.uncertainty().ifPresent(judged -> best.put("uncertainty", judged.energy()));
        return node;
    }

    /**
     * Reads a chain.
     *
     * @throws IllegalArgumentException when something is missing or of the wrong kind
     */
    static Chain read(JsonNode node, AtomicSystem given) {
        JsonNode step = member(node, "step");
        JsonNode current = member(node, "current");
        JsonNode best = member(node, "best");
        int coordinates = 3 * given.size();
        Evaluation evaluation = Evaluation.of(number(best, "energy"), numbers(best, "forces", coordinates));
        if (best.has("stress")) {
            evaluation = evaluation.withStress(numbers(best, "stress", 9));
        }
        if (best.has("uncertainty")) {
            evaluation = evaluation.withUncertainty(Uncertainty.ofEnergy(number(best, "uncertainty")));
        }
        return new Chain(
                (int) count(node, "quenches"),
                (int) count(node, "accepted"),
                count(node, "evaluations"),
                new StepSize(number(step, "length"), (int) count(step, "moves"), (int) count(step, "accepted")),
                given.withPositions(numbers(current, "positions", coordinates)),
                number(current, "energy"),
                new Walk.Position(given.withPositions(numbers(best, "positions", coordinates)), evaluation));
    }

    private static JsonNode numbers(double[] values, ObjectMapper mapper) {
        return mapper.valueToTree(values);
    }

    private static double[] numbers(JsonNode node, String name, int length) {
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

    private static double number(JsonNode node, String name) {
        return asNumber(member(node, name), name);
    }

    private static double asNumber(JsonNode value, String name) {
        if (!value.isNumber()) {
            throw new IllegalArgumentException("'" + name + "' holds " + value + ", not a number");
        }
        return value.doubleValue();
    }

    private static long count(JsonNode node, String name) {
        JsonNode value = member(node, name);
        if (!value.isIntegralNumber() || value.longValue() < 0) {
            throw new IllegalArgumentException("'" + name + "' is " + value + ", not a whole number");
        }
        return value.longValue();
    }

    private static JsonNode member(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is missing");
        }
        return value;
    }
}
