package org.lowland.potential.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.lowland.api.InputException;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.Providers;

/** What is typed for a model: the id of a potential with its options, the path of an archive, or the folder of a training. */
final class ModelName {
    private static final String ARCHIVE = ".pt";
    private static final String IDS = "[a-z][a-z0-9-]*(\\?.*)?";

    private ModelName() {}

    /**
     * Reads a name.
     *
     * @param text as typed
     * @return the potential that is meant
     * @throws InputException when it is neither
     */
    static BackendSpec parse(String text) {
        if (text.endsWith(ARCHIVE) && !text.contains("?")) {
            if (!Files.exists(Path.of(text))) {
                throw new InputException(text + ": there is no such file; give the model.pt of a training");
            }
            return new BackendSpec("network", Map.of("path", text));
        }
        Path inFolder = Path.of(text, "model.pt");
        if (Files.exists(inFolder) && !isPotential(text)) {
            return new BackendSpec("network", Map.of("path", inFolder.toString()));
        }
        if (!text.matches(IDS)) {
            throw new InputException("'" + text + "' is neither the id of a potential ('lowland backends' lists them)"
                    + " nor an archive that ends in " + ARCHIVE);
        }
        return BackendSpec.parse(text);
    }

    private static boolean isPotential(String text) {
        return Providers.potentials().all().stream()
                .anyMatch(provider -> provider.id().equals(text));
    }
}
