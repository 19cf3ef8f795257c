package org.lowland.rl.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.lowland.api.system.AtomicSystem;

/** A {@link Chain} as JSON. */
final class ChainJson implements Checkpoint.Format<Chain> {

    @Override
    public ObjectNode write(Chain chain, ObjectMapper mapper) {
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
                .set("positions", StateJson.numbers(chain.current().positions(), mapper));
        node.set("best", StateJson.write(chain.best(), mapper));
        return node;
    }

    @Override
    public Chain read(JsonNode node, AtomicSystem given) {
        JsonNode step = StateJson.member(node, "step");
        JsonNode current = StateJson.member(node, "current");
        int coordinates = 3 * given.size();
        return new Chain(
                (int) StateJson.count(node, "quenches"),
                (int) StateJson.count(node, "accepted"),
                StateJson.count(node, "evaluations"),
                new StepSize(StateJson.number(step, "length"), (int) StateJson.count(step, "moves"), (int)
                        StateJson.count(step, "accepted")),
                given.withPositions(StateJson.numbers(current, "positions", coordinates)),
                StateJson.number(current, "energy"),
                StateJson.position(StateJson.member(node, "best"), given));
    }
}
