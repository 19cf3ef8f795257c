package org.lowland.cli;

import java.util.Locale;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import picocli.CommandLine.Option;

/** The options that choose a potential and where it runs: {@code @Mixin private BackendOptions backend;}. */
public final class BackendOptions {
    private static final String DEVICE = "device";

    @Option(
            names = "--potential",
            paramLabel = "ID",
            defaultValue = "organic",
            description = "the potential, with options as in 'id?name=value&name=value'; default ${DEFAULT-VALUE}")
    private String potential;

    @Option(
            names = "--device",
            paramLabel = "cpu|gpu",
            description = "where the potential runs; a GPU that is not there is an error; default cpu")
    private String device;

    /**
     * Makes the potential that was asked for.
     *
     * @return a new potential, which the caller closes
     * @throws InputException when the potential, an option or the device is not known
     * @throws org.lowland.api.BackendException when the model or the device cannot be had
     */
    public Potential create() {
        PotentialProvider provider = provider();
        return provider.create(options(provider));
    }

    /**
     * The name of the potential that was asked for, with the device among its options.
     *
     * @return the name, which another part of the program can open
     * @throws InputException when the potential or the device is not known
     */
    public BackendSpec spec() {
        return onDevice(BackendSpec.parse(potential), provider());
    }

    /**
     * What there is to read of the potential that was asked for.
     *
     * @return its model card as Markdown, where it has one
     * @throws InputException as {@link #create()}
     */
    public Optional<String> card() {
        PotentialProvider provider = provider();
        return provider.card(options(provider));
    }

    private PotentialProvider provider() {
        return Providers.potentials().get(BackendSpec.parse(potential).id());
    }

    private Options options(PotentialProvider provider) {
        return Options.parse(provider, spec().options());
    }

    private BackendSpec onDevice(BackendSpec spec, PotentialProvider provider) {
        if (device == null) {
            return spec;
        }
        String wanted = device.toLowerCase(Locale.ROOT);
        if (!wanted.equals("cpu") && !wanted.equals("gpu")) {
            throw new InputException("There is no device '" + device + "'; known: cpu, gpu");
        }
        boolean takesDevice = provider.options().stream().anyMatch(o -> o.name().equals(DEVICE));
        if (takesDevice) {
            return spec.with(DEVICE, wanted);
        }
        if (wanted.equals("gpu")) {
            throw new InputException(
                    "'" + spec.id() + "' runs on the CPU only; leave '--device gpu' out or choose another potential");
        }
        return spec;
    }
}
