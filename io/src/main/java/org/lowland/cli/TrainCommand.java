package org.lowland.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lowland.api.InputException;
import org.lowland.api.spi.Providers;
import org.lowland.io.file.TextFiles;
import org.lowland.io.train.TrainerProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a model as a configuration says. */
@Command(
        name = "train",
        description = {
            "Trains what a configuration in YAML describes; its 'kind' says which trainer reads it: potential (a network"
                    + " on labelled structures), committee (one from several seeds), distillation (frames that a"
                    + " potential labels). potential-plugin/README.md has the settings, and"
                    + " potential-plugin/src/main/recipes examples.",
            "A training that was stopped, by Ctrl-C or a power cut, goes on from its last checkpoint with --resume, and"
                    + " ends with the same model as one that was not. Every evaluation is a checkpoint."
        },
        sortOptions = false)
final class TrainCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new TrainCommand();
        }
    }

    @Mixin
    private Common common;

    @Parameters(paramLabel = "CONFIG", description = "the configuration; relative paths in it start from its folder")
    private Path configuration;

    @Option(names = "--resume", description = "go on from the last checkpoint in the output folder")
    private boolean resume;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "the folder that relative names of data files start from, instead of the configuration's")
    private Path data;

    @Override
    public Integer call() {
        JsonNode settings = read(configuration);
        JsonNode kind = settings.path("kind");
        Providers<TrainerProvider> trainers = Providers.load(TrainerProvider.class, "kind of training");
        if (!kind.isTextual()) {
            throw new InputException(configuration + ": 'kind' is missing; known: "
                    + String.join(
                            ", ",
                            trainers.all().stream()
                                    .map(TrainerProvider::id)
                                    .sorted()
                                    .toList()));
        }
        TrainerProvider trainer = trainers.get(kind.textValue());
        PrintWriter log = common.quiet() ? new PrintWriter(Writer.nullWriter()) : common.err();
        Thread farewell = new Thread(() -> common.note("stopped; with --resume it goes on from the last checkpoint"));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            trainer.train(new TrainerProvider.Request(configuration, settings, resume, log, Optional.ofNullable(data)));
        } finally {
            forget(farewell);
        }
        return ExitCode.OK.code();
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException stopping) {
            // Whoever stops the program while a training ends has been told already.
            return;
        }
    }

    private static JsonNode read(Path file) {
        try (BufferedReader text = TextFiles.reader(file)) {
            JsonNode settings = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(text);
            if (settings == null || !settings.isObject()) {
                throw new InputException(file + ": this is no list of keys and values; write YAML such as 'kind: ...'");
            }
            return settings;
        } catch (JsonProcessingException e) {
            throw new InputException(
                    file + ": line " + e.getLocation().getLineNr() + ": " + problem(e) + "; correct it", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }

    /** The parser's message without the excerpts of the text that it quotes on indented lines. */
    private static String problem(JsonProcessingException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }
}
