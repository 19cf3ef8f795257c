package org.lowland.rl.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.lowland.api.system.AtomicSystem;

/** A {@link Ladder} as JSON. */
final class LadderJson implements Checkpoint.Format<Ladder> {

    @Override
    public ObjectNode write(Ladder ladder, ObjectMapper mapper) {
        ObjectNode node = mapper.createObjectNode();
        node.put("moves", ladder.moves());
        node.put("accepted", ladder.accepted());
        node.put("swaps", ladder.swaps());
        node.put("quenches", ladder.quenches());
        node.put("evaluations", ladder.evaluations());
        ArrayNode rungs = node.putArray("replicas");
        for (Ladder.Rung rung : ladder.rungs()) {
            rungs.add(StateJson.write(rung.at(), mapper).put("time-step", rung.timeStep()));
        }
        node.set("best", StateJson.write(ladder.best(), mapper));
        return node;
    }

    @Override
    public Ladder read(JsonNode node, AtomicSystem given) {
        List<Ladder.Rung> rungs = new ArrayList<>();
        for (JsonNode rung : StateJson.member(node, "replicas")) {
            rungs.add(new Ladder.Rung(StateJson.position(rung, given), StateJson.number(rung, "time-step")));
        }
        return new Ladder(
                (int) StateJson.count(node, "moves"),
                StateJson.count(node, "accepted"),
                StateJson.count(node, "swaps"),
                (int) StateJson.count(node, "quenches"),
                StateJson.count(node, "evaluations"),
                rungs,
                StateJson.position(StateJson.member(node, "best"), given));
    }
}
