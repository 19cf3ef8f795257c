package org.lowland.potential.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lowland.api.InputException;
import org.lowland.api.system.Formula;
import org.lowland.io.file.TextFiles;
import org.lowland.io.file.WholeFile;
import org.lowland.io.train.TrainerProvider;
import org.lowland.potential.model.ModelMetadata;
import org.lowland.potential.network.Network;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;
import org.lowland.potential.torch.ScriptModule;
import org.openscience.cdk.config.Elements;

/**
 * Trains a network on labelled frames: {@code kind: potential}.
 *
 * <p>The output folder receives {@code model.pt} (the archive with its metadata), {@code card.md}, {@code curve.csv},
 * {@code curve.png}, {@code training.yaml} (the configuration) and {@code checkpoint.bin}.
 */
public final class PotentialTrainer implements TrainerProvider {
    static final String MODEL = "model.pt";
    private static final int FEW_MOLECULES = 10;

    @Override
    public String id() {
        return "potential";
    }

    @Override
    public String description() {
        return "an equivariant network on labelled frames";
    }

    @Override
    public void train(Request request) {
        try {
            train(request, Files.readAllBytes(request.configuration()));
        } catch (IOException e) {
            throw new InputException(request.configuration() + ": cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }

    /** The same, with the text of the configuration that is kept beside the model. */
    void train(Request request, byte[] configuration) {
        TrainingSettings settings = request.settingsAs(TrainingSettings.class);
        Path output = request.resolve(settings.output());
        Optional<StartingModel> start =
                Optional.ofNullable(settings.start()).map(path -> StartingModel.read(request.resolve(path)));
        List<Integer> elements = atomicNumbers(settings.network().elements());
        FrameSets frames = FrameSets.read(
                request,
                settings.data(),
                new TreeSet<>(elements),
                settings.data().seedOr(settings.seed()));
        request.log()
                .printf(
                        "%d frames to train on, %d held out%n",
                        frames.training().size(), frames.validation().size());
        Map<Integer, Double> selfEnergies = start.map(model -> model.metadata().selfEnergies())
                .orElseGet(() -> SelfEnergies.fit(frames.training()));
        Network network = network(settings, elements, frames.training());
        ScriptModule random = network.module(HostTensor.Type.FLOAT32, settings.seed());
        ScriptModule module = start.map(model -> model.weighted(random)).orElse(random);
        ModelMetadata metadata = metadata(settings, network, selfEnergies, module, molecules(frames.training()));
        Path checkpoint = output.resolve(TrainingRun.CHECKPOINT);
        if (!request.resume() && Files.exists(checkpoint)) {
            request.log()
                    .println("warning: " + checkpoint + " is of an earlier training, which this one replaces; to go on"
                            + " with that instead, stop now and give --resume");
        }
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw new InputException(output + ": this is a file; output is a folder");
        }
        try {
            Files.createDirectories(output);
            WholeFile.write(output.resolve("training.yaml"), configuration);
            new TrainingRun(settings, network, start, module, metadata, frames, output, request.log())
                    .run(request.resume());
        } catch (IOException e) {
            throw new InputException("The training cannot write to " + output + ": " + e.getMessage(), e);
        }
    }

    private static Network network(TrainingSettings settings, List<Integer> elements, List<Frame> training) {
        try {
            return settings.network().network(elements, new FrameStatistics(training));
        } catch (IllegalArgumentException e) {
            throw new InputException("network: " + e.getMessage(), e);
        }
    }

    private static ModelMetadata metadata(
            TrainingSettings settings,
            Network network,
            Map<Integer, Double> selfEnergies,
            ScriptModule module,
            List<String> molecules) {
        for (int element : network.elements()) {
            if (!selfEnergies.containsKey(element)) {
                throw new InputException("network.elements: no frame to train on has "
                        + Elements.ofNumber(element).symbol() + "; leave it out or add frames");
            }
        }
        long parameters = module.tensors().stream()
                .filter(NamedTensor::trainable)
                .mapToLong(tensor -> tensor.tensor().size())
                .sum();
        return new ModelMetadata(
                settings.id(),
                network.architecture(),
                parameters,
                network.elements(),
                network.cutoff(),
                selfEnergies,
                List.of(0),
                false,
                network.smooth(),
                network.conservative(),
                network.conservative() || settings.optimization().energyWeight() > 0,
                molecules,
                settings.levelOfTheory(),
                ModelMetadata.UNITS);
    }

    /** The formulas of the frames if they are a few: such a model is for these molecules and no others. */
    private static List<String> molecules(List<Frame> frames) {
        TreeSet<String> formulas = new TreeSet<>();
        for (Frame frame : frames) {
            formulas.add(Formula.of(frame.system()));
            if (formulas.size() > FEW_MOLECULES) {
                return List.of();
            }
        }
        return List.copyOf(formulas);
    }

    private static List<Integer> atomicNumbers(List<String> symbols) {
        return symbols.stream()
                .map(symbol -> {
                    Elements element = Elements.ofString(symbol);
                    if (element == Elements.Unknown) {
                        throw new InputException("network.elements: '" + symbol + "' is no element");
                    }
                    return element.number();
                })
                .toList();
    }
}
