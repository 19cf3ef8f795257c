package org.lowland.potential.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;
import org.lowland.io.train.TrainerProvider;

/**
 * Trains the same network from several seeds on the same frames: {@code kind: committee}. Each member has its folder
 * {@code seed-N} in the output, as {@link PotentialTrainer} writes it; together they are {@code committee?paths=...}. A
 * run that was killed goes on with the member that it was at.
 */
public final class CommitteeTrainer implements TrainerProvider {

    /**
     * A committee, as written in its configuration.
     *
     * @param kind {@code committee}
     * @param output folder of the members' folders
     * @param training the configuration of a member, of kind {@code potential}; its seed divides the frames
     * @param seeds of the members
     */
    record Settings(String kind, String output, String training, List<Long> seeds) {
        Settings {
            if (output == null || training == null || seeds == null || seeds.size() < 2) {
                throw new InputException("A committee needs output, training (a configuration) and two seeds or more");
            }
            if (seeds.stream().distinct().count() < seeds.size()) {
                throw new InputException("The seeds of a committee must differ");
            }
            seeds = List.copyOf(seeds);
        }
    }

    @Override
    public String id() {
        return "committee";
    }

    @Override
    public String description() {
        return "the same network from several seeds, whose spread is an uncertainty";
    }

    @Override
    public void train(Request request) {
        Settings settings = request.settingsAs(Settings.class);
        Path configuration = request.resolve(settings.training());
        JsonNode member = read(configuration);
        if (!member.path("kind").asText().equals("potential")) {
            throw new InputException(configuration + ": a member of a committee is of kind potential");
        }
        for (long seed : settings.seeds()) {
            Path output = request.resolve(settings.output()).resolve("seed-" + seed);
            if (request.resume() && Files.exists(output.resolve(PotentialTrainer.MODEL))) {
                request.log().println("seed " + seed + " is trained");
                continue;
            }
            request.log().println("seed " + seed);
            ObjectNode own = member.deepCopy();
            if (own.path("data") instanceof ObjectNode data && !data.has("seed")) {
                data.set("seed", own.path("seed"));
            }
            own.put("seed", seed);
            own.put("output", output.toString());
            boolean resume = request.resume() && Files.exists(output.resolve(TrainingRun.CHECKPOINT));
            Request one = new Request(configuration, own, resume, request.log(), request.data());
            new PotentialTrainer().train(one, text(own));
        }
        request.log()
                .println("committee?paths="
                        + settings.seeds().stream()
                                .map(seed -> request.resolve(settings.output())
                                        .resolve("seed-" + seed)
                                        .resolve(PotentialTrainer.MODEL)
                                        .toString())
                                .collect(Collectors.joining(",")));
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }

    private static byte[] text(ObjectNode settings) {
        try {
            return new YAMLMapper().writeValueAsString(settings).getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new IllegalStateException("a configuration cannot be written", impossible);
        }
    }
}
