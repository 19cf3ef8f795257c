package org.lowland.api.spi;

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
}
