package org.lowland.potential.model;

import java.util.List;
import java.util.Locale;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** What is to compute a network. What is asked for by name is never replaced by another. */
public enum EngineChoice {
    /** The kernel where it can run and the device is the processor, else libtorch. */
    AUTO,
    /** Lowland's own vector kernel on the processor. */
    KERNEL,
    /** The archive's TorchScript in libtorch. */
    TORCHSCRIPT;

    /** {@code engine=auto|kernel|torchscript}. */
    public static final OptionSpec<String> ENGINE =
            OptionSpec.choice("engine", List.of("auto", "kernel", "torchscript"), "auto", "what computes the network");

    /**
     * The engine asked for.
     *
     * @param options of a provider that declares {@link #ENGINE}
     * @return {@link #AUTO} when nothing was asked for
     */
    public static EngineChoice of(Options options) {
        return valueOf(options.get(ENGINE).toUpperCase(Locale.ROOT));
    }
}
