package org.lowland.cli;

import java.util.Locale;
import java.util.Map;
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
        return create(BackendSpec.parse(potential), Optional.ofNullable(device));
    }

    /**
     * Makes a potential on a device.
     *
     * @param spec its id and options
     * @param device cpu or gpu, where one was asked for
     * @return a new potential, which the caller closes
     * @throws InputException when the potential, an option or the device is not known
     * @throws org.lowland.api.BackendException when the model or the device cannot be had
     */
    public static Potential create(BackendSpec spec, Optional<String> device) {
        PotentialProvider provider = Providers.potentials().get(spec.id());
        return provider.create(options(provider, spec, device));
    }

    /**
     * The name of the potential that was asked for, with the device among its options.
     *
     * @return the name, which another part of the program can open
     * @throws InputException when the potential or the device is not known
     */
    public BackendSpec spec() {
        BackendSpec spec = BackendSpec.parse(potential);
        return onDevice(spec, Providers.potentials().get(spec.id()), Optional.ofNullable(device));
    }

    /** {@return the potential that was asked for, as typed} */
    public String text() {
        return potential;
    }

    /**
     * The checksum of the model of the potential that was asked for.
     *
     * @return SHA-256 in hexadecimal digits, where it has a model
     * @throws InputException as {@link #create()}
     */
    public Optional<String> modelChecksum() {
        BackendSpec spec = BackendSpec.parse(potential);
        PotentialProvider provider = Providers.potentials().get(spec.id());
        return provider.modelChecksum(options(provider, spec, Optional.ofNullable(device)));
    }

    /**
     * The checksums of what else of the potential was learned.
     *
     * @return SHA-256 by name, see {@link org.lowland.api.spi.Provider#checksums}
     * @throws InputException as {@link #create()}
     */
    public Map<String, String> checksums() {
        BackendSpec spec = BackendSpec.parse(potential);
        PotentialProvider provider = Providers.potentials().get(spec.id());
        return provider.checksums(options(provider, spec, Optional.ofNullable(device)));
    }

    /**
     * What there is to read of the potential that was asked for.
     *
     * @return its model card as Markdown, where it has one
     * @throws InputException as {@link #create()}
     */
    public Optional<String> card() {
        BackendSpec spec = BackendSpec.parse(potential);
        PotentialProvider provider = Providers.potentials().get(spec.id());
        return provider.card(options(provider, spec, Optional.ofNullable(device)));
    }

    private static Options options(PotentialProvider provider, BackendSpec spec, Optional<String> device) {
        return Options.parse(provider, onDevice(spec, provider, device).options());
    }

    private static BackendSpec onDevice(BackendSpec spec, PotentialProvider provider, Optional<String> device) {
        if (device.isEmpty()) {
            return spec;
        }
        String wanted = device.get().toLowerCase(Locale.ROOT);
        if (!wanted.equals("cpu") && !wanted.equals("gpu")) {
            throw new InputException("There is no device '" + device.get() + "'; known: cpu, gpu");
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
