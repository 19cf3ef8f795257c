package org.lowland.potential.ani;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.potential.torch.Device;
import org.lowland.potential.torch.DeviceOption;
import org.lowland.potential.torch.HostTensor;

/** Makes {@code ani-2x}, the published ANI-2x ensemble from a folder of its parameter files. */
public final class AniProvider implements PotentialProvider {
    private static final OptionSpec<Path> PATH = new OptionSpec<>(
            "path",
            "path",
            AniProvider::path,
            Optional.empty(),
            "the folder ani-2x_8x with the published parameter files");
    private static final OptionSpec<String> PRECISION =
            OptionSpec.choice("precision", List.of("single", "double"), "single", "of the network's arithmetic");

    /** Measured on molecules of 21 atoms: 350, 700, 1400 and 2800 differ by a tenth. */
    private static final int CHUNK_ATOMS_CPU = 1400;

    /** About 100 kB for each atom. */
    private static final int CHUNK_ATOMS_GPU = 20_000;

    @Override
    public String id() {
        return "ani-2x";
    }

    @Override
    public String description() {
        return "ANI-2x, an ensemble of eight networks for H C N O F S Cl, from its published parameter files";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(PATH, PRECISION, DeviceOption.DEVICE);
    }

    @Override
    public AniPotential create(Options options) {
        HostTensor.Type precision =
                options.get(PRECISION).equals("double") ? HostTensor.Type.FLOAT64 : HostTensor.Type.FLOAT32;
        Device device = DeviceOption.of(options);
        int chunkAtoms = device == Device.GPU ? CHUNK_ATOMS_GPU : CHUNK_ATOMS_CPU;
        return AniPotential.of(id(), AniFolder.read(options.get(PATH)), precision, device, chunkAtoms);
    }

    @Override
    public Optional<String> modelChecksum(Options options) {
        return Optional.of(AniFolder.checksum(options.get(PATH)));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path: " + text, e);
        }
    }
}
