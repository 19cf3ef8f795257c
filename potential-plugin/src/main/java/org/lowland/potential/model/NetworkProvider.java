package org.lowland.potential.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Checksum;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.potential.torch.DeviceOption;

/**
 * {@code network?path=model.pt}: a model that {@code lowland train} has written; with a {@link Calibration} beside it, it has
 * a committee that judges it.
 */
public final class NetworkProvider implements PotentialProvider {
    private static final OptionSpec<String> PATH = OptionSpec.text("path", "path", "the model.pt of a training");

    @Override
    public String id() {
        return "network";
    }

    @Override
    public String description() {
        return "a model trained with 'lowland train', from its file";
    }

    @Override
    public Optional<String> status() {
        return Optional.of(Engines.available());
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(PATH, DeviceOption.DEVICE, EngineChoice.ENGINE);
    }

    @Override
    public Potential create(Options options) {
        Path file = Path.of(options.get(PATH));
        try {
            return new ModelFolder(name -> read(file, name))
                    .load(file.getFileName().toString(), options, metadata -> metadata);
        } catch (BackendException e) {
            throw new BackendException(file + ": " + e.getMessage(), e);
        }
    }

    /** The model itself must be there, what may stand beside it need not. */
    private static Optional<byte[]> read(Path model, String name) {
        Path file = model.resolveSibling(name);
        try {
            boolean wanted = file.equals(model) || Files.exists(file);
            return wanted ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new InputException(
                    "'network': the model " + file + " cannot be read (" + e.getMessage()
                            + "); give the model.pt that a training has written",
                    e);
        }
    }

    @Override
    public Optional<String> modelChecksum(Options options) {
        Path file = Path.of(options.get(PATH));
        return read(file, file.getFileName().toString()).map(Checksum::of);
    }

    @Override
    public Map<String, String> checksums(Options options) {
        Path file = Path.of(options.get(PATH));
        return new ModelFolder(name -> read(file, name)).checksums();
    }

    /** The card that the training has written beside the model, if it is still there. */
    @Override
    public Optional<String> card(Options options) {
        if (options.find(PATH).isEmpty()) {
            return Optional.empty();
        }
        Path card = Path.of(options.get(PATH)).resolveSibling("card.md");
        try {
            return Files.exists(card) ? Optional.of(Files.readString(card)) : Optional.empty();
        } catch (IOException e) {
            throw new InputException(
                    "'network': the model card " + card + " cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
