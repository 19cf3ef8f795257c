package org.lowland.jmol.backend;

import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.potential.Potential;

/**
 * An optimizer on a loaded potential. It belongs to the {@link Backends} that opened it and is not closed by others.
 *
 * @param id as it was chosen, {@code optimizer@potential}
 * @param optimizer what moves the atoms
 * @param potential what evaluates them
 */
public record Backend(String id, GeometryOptimizer optimizer, Potential potential) {}
