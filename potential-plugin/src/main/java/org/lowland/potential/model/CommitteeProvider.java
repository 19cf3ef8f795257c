package org.lowland.potential.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.LowlandException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Checksum;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.potential.torch.DeviceOption;

/** {@code committee?paths=a/model.pt,b/model.pt}: the mean of several trained models, their spread as uncertainty. */
public final class CommitteeProvider implements PotentialProvider {
    private static final OptionSpec<String> PATHS =
            OptionSpec.text("paths", "paths", "two or more model.pt of trainings, separated by commas");

    @Override
    public String id() {
        return "committee";
    }

    @Override
    public String description() {
        return "the mean of several models trained with 'lowland train', with their spread as uncertainty";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(PATHS, DeviceOption.DEVICE, EngineChoice.ENGINE);
    }

    @Override
    public Potential create(Options options) {
        List<Potential> members = new ArrayList<>();
        try {
            for (Path file : files(options)) {
                members.add(member(file, options));
            }
            return new CommitteePotential(members);
        } catch (LowlandException e) {
            members.forEach(Potential::close);
            throw e;
        }
    }

    @Override
    public Map<String, String> checksums(Options options) {
        Map<String, String> checksums = new LinkedHashMap<>();
        files(options).forEach(file -> checksums.put("member-" + (checksums.size() + 1), Checksum.of(read(file))));
        return checksums;
    }

    private static List<Path> files(Options options) {
        return Arrays.stream(options.get(PATHS).split(","))
                .map(path -> Path.of(path.strip()))
                .toList();
    }

    private static NetworkPotential member(Path file, Options options) {
        try {
            return NetworkPotential.load(read(file), DeviceOption.of(options), EngineChoice.of(options));
        } catch (BackendException e) {
            throw new BackendException(file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(
                    "'committee': the model " + file + " cannot be read (" + e.getMessage()
                            + "); give the model.pt that trainings have written, separated by commas",
                    e);
        }
    }
}
