package org.lowland.jmol.verb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lowland.api.InputException;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Provider;
import org.lowland.api.spi.Providers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What potentials and optimizers there are. */
@Command(name = "backends", description = "Lists the potentials and optimizers, or the options of one.")
final class BackendsVerb implements Verb {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "a potential or an optimizer")
    private String id;

    @Override
    public Answer run(Scene scene) {
        List<? extends Provider> potentials = Providers.potentials().all();
        List<? extends Provider> optimizers = Providers.optimizers().all();
        if (id == null) {
            scene.say("potentials: " + ids(potentials));
            scene.say("optimizers: " + ids(optimizers));
            scene.say(
                    "lowlandBackend = \"optimizer@potential\" chooses for minimize; javascript \"lowland backends ID\""
                            + " shows the options of one");
            return new Answer()
                    .with("potentials", descriptions(potentials))
                    .with("optimizers", descriptions(optimizers))
                    .with("chosen", scene.session().backends().chosen().orElse(""));
        }
        Provider found = Stream.concat(potentials.stream(), optimizers.stream())
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no potential or optimizer '" + id + "'; potentials: "
                        + ids(potentials) + "; optimizers: " + ids(optimizers)));
        Map<String, String> options = new LinkedHashMap<>();
        for (OptionSpec<?> option : found.options()) {
            options.put(option.name(), described(option));
        }
        scene.say(found.id() + ": " + found.description());
        options.forEach((name, description) -> scene.say("  " + name + ": " + description));
        Answer answer = new Answer()
                .with("id", found.id())
                .with("description", found.description())
                .with("options", options);
        found.status().ifPresent(status -> answer.with("status", status));
        return answer;
    }

    private static String described(OptionSpec<?> option) {
        return option.description() + " (" + option.kind()
                + option.defaultValue().map(v -> "; " + v + " when not given").orElse("") + ")";
    }

    private static String ids(List<? extends Provider> providers) {
        return providers.stream().map(Provider::id).collect(Collectors.joining(", "));
    }

    private static Map<String, String> descriptions(List<? extends Provider> providers) {
        Map<String, String> all = new LinkedHashMap<>();
        providers.forEach(p -> all.put(p.id(), p.description()));
        return all;
    }
}
