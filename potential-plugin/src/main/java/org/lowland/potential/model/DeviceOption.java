package org.lowland.potential.model;

import java.util.List;
import java.util.Locale;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.potential.torch.Device;

/** The option that says where a network runs. */
final class DeviceOption {
    static final OptionSpec<String> DEVICE =
            OptionSpec.choice("device", List.of("cpu", "gpu"), "cpu", "where the network runs");

    private DeviceOption() {}

    static Device of(Options options) {
        return Device.valueOf(options.get(DEVICE).toUpperCase(Locale.ROOT));
    }
}
