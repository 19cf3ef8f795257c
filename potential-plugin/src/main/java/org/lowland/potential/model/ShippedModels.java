package org.lowland.potential.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.lowland.api.BackendException;

/** The models inside the jar, at {@code META-INF/lowland/models/ID/}: {@code model.pt} and its {@code card.md}. */
final class ShippedModels {
    private ShippedModels() {}

    /**
     * The archive of a model.
     *
     * @param id of the model
     * @return the bytes of its archive
     * @throws BackendException when the jar does not hold it
     */
    static byte[] read(String id) {
        return read(id, "model.pt");
    }

    /**
     * What there is to read of a model.
     *
     * @param id of the model
     * @return its card, Markdown
     * @throws BackendException when the jar does not hold it
     */
    static String card(String id) {
        return new String(read(id, "card.md"), StandardCharsets.UTF_8);
    }

    private static byte[] read(String id, String file) {
        String name = "/META-INF/lowland/models/" + id + "/" + file;
        try (InputStream in = ShippedModels.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new BackendException("The model '" + id + "' is not in this build (" + name + ")");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BackendException("The model '" + id + "' cannot be read from the jar", e);
        }
    }
}
