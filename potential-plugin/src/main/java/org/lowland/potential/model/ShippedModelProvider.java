package org.lowland.potential.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Checksum;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.potential.torch.DeviceOption;

/**
 * A model inside the jar, at {@code META-INF/lowland/models/ID/}: {@code model.pt} and its {@code card.md}, beside the
 * learning curve and the configuration that they came from; with a {@link Calibration} it has a committee that judges it.
 */
abstract class ShippedModelProvider implements PotentialProvider {
    private static final String MODEL = "model.pt";

    private final String id;
    private final String description;
    private final List<String> molecules;

    /**
     * A model that is shipped.
     *
     * @param id of the potential, and the name of its folder
     * @param description one line for lists
     * @param molecules the formulas of what it is for; none for a model of more than a few molecules
     */
    ShippedModelProvider(String id, String description, List<String> molecules) {
        this.id = id;
        this.description = description;
        this.molecules = molecules;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String description() {
        return description;
    }

    @Override
    public final Optional<String> status() {
        return Optional.of(Engines.available());
    }

    @Override
    public final List<OptionSpec<?>> options() {
        return List.of(DeviceOption.DEVICE, EngineChoice.ENGINE);
    }

    @Override
    public final Potential create(Options options) {
        return new ModelFolder(file -> find(id, file))
                .load(MODEL, options, metadata -> metadata.shippedAs(id, molecules));
    }

    @Override
    public final Optional<String> card(Options options) {
        return Optional.of(new String(read(id, "card.md"), StandardCharsets.UTF_8));
    }

    @Override
    public final Optional<String> modelChecksum(Options options) {
        return Optional.of(Checksum.of(archive(id)));
    }

    @Override
    public final Map<String, String> checksums(Options options) {
        return new ModelFolder(file -> find(id, file)).checksums();
    }

    /**
     * The archive of a model.
     *
     * @param id of the model
     * @return its bytes
     * @throws BackendException when the jar does not hold it
     */
    static byte[] archive(String id) {
        return read(id, MODEL);
    }

    private static byte[] read(String id, String file) {
        return find(id, file)
                .orElseThrow(() -> new BackendException("The model '" + id + "' is not in this build (" + file + ")"));
    }

    private static Optional<byte[]> find(String id, String file) {
        String name = "/META-INF/lowland/models/" + id + "/" + file;
        try (InputStream in = ShippedModelProvider.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new BackendException("The model '" + id + "' cannot be read from the jar", e);
        }
    }
}
