package org.lowland.potential.model;

import java.io.IOException;
import java.io.InputStream;
import org.lowland.api.BackendException;

/** The models inside the jar, at {@code META-INF/lowland/models/ID/model.pt}. */
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
        String name = "/META-INF/lowland/models/" + id + "/model.pt";
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
