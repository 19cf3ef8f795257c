package org.lowland.api.spi;

import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;

/** Makes potentials. Register it in {@code META-INF/services/org.lowland.api.spi.PotentialProvider}. */
public interface PotentialProvider extends Provider {

    /**
     * Makes a potential.
     *
     * @param options values for {@link #options()}, checked and with defaults filled in
     * @return a new potential, which the caller closes
     * @throws InputException when an option's value cannot be used, for example a path that is not there
     * @throws BackendException when the model or the device cannot be had
     */
    Potential create(Options options);

    /**
     * What tells the model of the potential that {@link #create} would make from every other one, for the provenance of
     * results.
     *
     * @param options as for {@link #create}
     * @return {@link Checksum} of the model's file, or of a folder's files one after the other; empty where there is none
     * @throws InputException when the file cannot be read
     */
    default Optional<String> modelChecksum(Options options) {
        return Optional.empty();
    }
}
