package org.lowland.potential.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lowland.api.BackendException;
import org.lowland.api.LowlandException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Checksum;
import org.lowland.api.spi.Options;
import org.lowland.potential.torch.DeviceOption;

/** A model with what stands beside it: a {@link Calibration} and its committee, where there are some. */
final class ModelFolder {
    /** The file that makes a model a {@link JudgedPotential}. */
    static final String CALIBRATION = "calibration.json";

    private final Function<String, Optional<byte[]>> files;

    /**
     * A folder, in a jar or on a disk.
     *
     * @param files gives the bytes of a file by its name, if there is one
     */
    ModelFolder(Function<String, Optional<byte[]>> files) {
        this.files = files;
    }

    /**
     * The model as a potential.
     *
     * @param model name of its archive
     * @param options device and engine
     * @param knowledge what is known of the model beyond what its archive says
     * @throws BackendException when a file is missing or cannot be read
     */
    Potential load(String model, Options options, UnaryOperator<ModelMetadata> knowledge) {
        Potential main = network(model, options, knowledge);
        List<Potential> committee = new ArrayList<>();
        try {
            Optional<Calibration> calibration = files.apply(CALIBRATION).map(ModelFolder::calibration);
            if (calibration.isEmpty()) {
                return main;
            }
            for (String member : calibration.get().members()) {
                committee.add(network(member, options, UnaryOperator.identity()));
            }
            return new JudgedPotential(main, committee, calibration.get());
        } catch (LowlandException e) {
            committee.forEach(Potential::close);
            main.close();
            throw e;
        }
    }

    /** The checksums of the calibration and of the members of the committee; none where the model stands alone. */
    Map<String, String> checksums() {
        Map<String, String> checksums = new LinkedHashMap<>();
        files.apply(CALIBRATION).ifPresent(bytes -> {
            checksums.put(CALIBRATION, Checksum.of(bytes));
            calibration(bytes).members().forEach(member -> checksums.put(member, Checksum.of(archive(member))));
        });
        return checksums;
    }

    private static Calibration calibration(byte[] bytes) {
        return Calibration.fromJson(new String(bytes, StandardCharsets.UTF_8));
    }

    private byte[] archive(String name) {
        return files.apply(name)
                .orElseThrow(() -> new BackendException("The model '" + name + "' is not there, though " + CALIBRATION
                        + " names it; put it back beside it"));
    }

    private Potential network(String name, Options options, UnaryOperator<ModelMetadata> knowledge) {
        return NetworkPotential.load(archive(name), DeviceOption.of(options), EngineChoice.of(options), knowledge);
    }
}
