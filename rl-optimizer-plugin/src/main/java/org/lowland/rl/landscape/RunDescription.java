package org.lowland.rl.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.system.AtomicSystem;

/**
 * All that decides the course of a search but the potential, as it stands in a checkpoint. The limits on evaluations and
 * steps are not in it: they decide only where the course ends.
 */
final class RunDescription {
    private static final int LONGEST_VALUE = 40;

    private RunDescription() {}

    static ObjectNode of(AtomicSystem system, OptimizationOptions options, BasinHoppingSettings settings) {
        ObjectNode run = of(system, options);
        run.put("temperature", settings.temperature());
        run.put("step", settings.step());
        run.put("acceptance", settings.acceptance());
        run.put("start", settings.start().toString());
        run.put("radius", text(settings.radius()));
        run.put("quench-fmax", settings.quenchFmax());
        run.put("quench-evaluations", settings.quenchEvaluations());
        return run;
    }

    static ObjectNode of(AtomicSystem system, OptimizationOptions options, TemperingSettings settings) {
        ObjectNode run = of(system, options);
        run.put("replicas", settings.replicas());
        run.put("coldest", settings.coldest());
        run.put("hottest", settings.hottest());
        run.put("time-step", settings.timeStep());
        run.put("trajectory", settings.trajectory());
        run.put("quench-every", settings.quenchEvery());
        run.put("radius", text(settings.radius()));
        run.put("quench-evaluations", settings.quenchEvaluations());
        return run;
    }

    private static String text(OptionalDouble radius) {
        return radius.isPresent() ? String.valueOf(radius.getAsDouble()) : "default";
    }

    private static ObjectNode of(AtomicSystem system, OptimizationOptions options) {
        ObjectNode run = JsonNodeFactory.instance.objectNode();
        ArrayNode elements = run.putArray("atomic numbers");
        ArrayNode fixed = run.putArray("fixed atoms");
        for (int atom = 0; atom < system.size(); atom++) {
            elements.add(system.atomicNumber(atom));
            if (system.isFixed(atom)) {
                fixed.add(atom + 1);
            }
        }
        ArrayNode positions = run.putArray("given positions");
        for (double x : system.positions()) {
            positions.add(x);
        }
        if (!system.constraints().isEmpty()) {
            ArrayNode constraints = run.putArray("constraints");
            system.constraints().forEach(constraint -> constraints.add(constraint.toString()));
        }
        run.put("cell", system.cell().map(Object::toString).orElse("none"));
        run.put("charge", system.charge());
        run.put("multiplicity", system.multiplicity());
        run.put("fmax", options.fmax());
        run.put("seed", options.seed());
        return run;
    }

    /** What the first difference between the run of a checkpoint and the run wanted is, in words. */
    static Optional<String> difference(JsonNode saved, ObjectNode wanted) {
        Set<String> names = new LinkedHashSet<>();
        wanted.fieldNames().forEachRemaining(names::add);
        saved.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String was = saved.path(name).toString();
            String is = wanted.path(name).toString();
            if (!was.equals(is)) {
                boolean isShort = was.length() <= LONGEST_VALUE && is.length() <= LONGEST_VALUE;
                return Optional.of(name + (isShort ? " " + was + " there and " + is + " here" : " differ"));
            }
        }
        return Optional.empty();
    }
}
