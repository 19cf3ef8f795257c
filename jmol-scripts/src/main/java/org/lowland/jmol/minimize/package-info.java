/**
 * Jmol's {@code minimize} on the backends of this library.
 *
 * <p>{@link org.lowland.jmol.minimize.LowlandMinimizer} takes the place of Jmol's minimizer. Where no backend is chosen it
 * is that minimizer. Else it reads what the command asks for, hands each model to the one loop around all optimizers, and
 * tells Jmol how it goes: the variables {@code _minimization...}, the callbacks and live frames. What happens with several
 * threads is decided in two places: {@link org.lowland.jmol.minimize.Minimization}, which owns the coordinates until it
 * has ended, and {@link org.lowland.jmol.minimize.StatusBoard}, which tells of events in their order. Nobody ever waits
 * for the computation, so that scripts, callbacks and the window cannot lock each other out.
 */
package org.lowland.jmol.minimize;
