package org.lowland.potential.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.lowland.api.InputException;
import org.lowland.api.spi.BackendSpec;

/** What is typed for a model: the id of a potential with its options, or the path of an archive. */
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
        if (!text.matches(IDS)) {
            throw new InputException("'" + text + "' is neither the id of a potential ('lowland backends' lists them)"
                    + " nor an archive that ends in " + ARCHIVE);
        }
        return BackendSpec.parse(text);
    }
}
