package org.lowland.potential.torch;

import java.util.List;
import java.util.Locale;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;

/** The option that says where a network runs, the same for every potential on libtorch. */
public final class DeviceOption {
    /** {@code device=cpu|gpu}. */
    public static final OptionSpec<String> DEVICE =
            OptionSpec.choice("device", List.of("cpu", "gpu"), "cpu", "where the network runs");

    private DeviceOption() {}

    /**
     * The device asked for.
     *
     * @param options of a provider that declares {@link #DEVICE}
     * @return the processor when nothing was asked for
     */
    public static Device of(Options options) {
        return Device.valueOf(options.get(DEVICE).toUpperCase(Locale.ROOT));
    }
}
