package org.lowland.jmol.minimize;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import javajs.util.BS;
import org.jmol.minimize.Minimizer;
import org.jmol.viewer.JmolAsyncException;

/**
 * Jmol's own {@code minimize} with the arguments of Jmol 14.32 and newer, which the release that this is compiled with
 * does not have.
 */
final class StockMinimizer {
    private static final Optional<MethodHandle> MINIMIZE = find();

    private StockMinimizer() {}

    static boolean minimize(
            LowlandMinimizer self,
            int steps,
            double criterion,
            BS selected,
            BS fixed,
            BS basis,
            int flags,
            String forceField)
            throws JmolAsyncException {
        try {
            return (boolean) MINIMIZE.orElseThrow()
                    .invokeExact(self, steps, criterion, selected, fixed, basis, flags, forceField);
        } catch (RuntimeException | Error | JmolAsyncException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<MethodHandle> find() {
        MethodType type = MethodType.methodType(
                boolean.class, int.class, double.class, BS.class, BS.class, BS.class, int.class, String.class);
        try {
            return Optional.of(MethodHandles.privateLookupIn(LowlandMinimizer.class, MethodHandles.lookup())
                    .findSpecial(Minimizer.class, "minimize", type, LowlandMinimizer.class));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
