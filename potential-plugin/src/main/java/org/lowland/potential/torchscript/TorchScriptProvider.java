package org.lowland.potential.torchscript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.Checksum;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.io.file.TextFiles;
import org.lowland.potential.torch.DeviceOption;
import org.lowland.potential.torch.TorchScriptArchive;

/**
 * {@code torchscript?path=model.pt}: anybody's exported potential. Its {@link Declaration} is the file of the option
 * {@code declaration}, or else {@code model.yaml} beside {@code model.pt}, or else {@value #INSIDE} inside it.
 */
public final class TorchScriptProvider implements PotentialProvider {
    /** The extra file of an archive that holds its declaration. */
    public static final String INSIDE = "lowland.yaml";

    private static final OptionSpec<String> PATH =
            OptionSpec.text("path", "path", "a TorchScript archive, as torch.jit.save writes it");
    private static final OptionSpec<String> DECLARATION = OptionSpec.text(
            "declaration",
            "path",
            "YAML that says what the model takes and gives; else model.yaml beside model.pt, else lowland.yaml inside");

    @Override
    public String id() {
        return "torchscript";
    }

    @Override
    public String description() {
        return "your own potential, exported with torch.jit.save, with a declared signature";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(PATH, DECLARATION, DeviceOption.DEVICE);
    }

    @Override
    public Potential create(Options options) {
        Path file = Path.of(options.get(PATH));
        byte[] archive = read(file);
        try {
            requireTorchScript(archive);
            Declaration declaration = declaration(file, archive, options.find(DECLARATION));
            return ExportedPotential.load(stem(file), archive, declaration, DeviceOption.of(options));
        } catch (BackendException e) {
            throw new BackendException(file + ": " + e.getMessage(), e);
        }
    }

    /** A {@code card.md} beside the archive. */
    @Override
    public Optional<String> card(Options options) {
        return options.find(PATH)
                .map(path -> Path.of(path).resolveSibling("card.md"))
                .filter(Files::exists)
                .map(card -> text(card, "the model card"));
    }

    @Override
    public Optional<String> modelChecksum(Options options) {
        return Optional.of(Checksum.of(read(Path.of(options.get(PATH)))));
    }

    private static Declaration declaration(Path file, byte[] archive, Optional<String> given) {
        if (given.isPresent()) {
            return Declaration.read(text(Path.of(given.get()), "the declaration"), given.get());
        }
        Path beside = file.resolveSibling(stem(file) + ".yaml");
        if (Files.exists(beside)) {
            return Declaration.read(text(beside, "the declaration"), beside.toString());
        }
        Optional<String> inside = TorchScriptArchive.readExtraFile(archive, INSIDE);
        if (inside.isPresent()) {
            return Declaration.read(inside.get(), file + ", " + INSIDE + " inside");
        }
        if (TorchScriptArchive.readMetadata(archive).isPresent()) {
            throw new InputException(file + ": this is a model of Lowland's own; use 'network?path=" + file + "'");
        }
        throw new InputException(file + ": nothing says what the model takes and gives; write " + beside
                + ", or store it inside as the extra file " + INSIDE
                + " (potential-plugin/README.md, \"Your own model\", shows one)");
    }

    private static void requireTorchScript(byte[] archive) {
        if (!TorchScriptArchive.hasScript(archive)) {
            throw new BackendException("this holds no TorchScript, only data, as torch.save writes it; export the model"
                    + " with torch.jit.script(model).save(...)");
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException(
                    "'torchscript': the model " + file + " cannot be read (" + TextFiles.reason(e)
                            + "); give an archive that torch.jit.save has written",
                    e);
        }
    }

    private static String text(Path file, String what) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InputException(
                    "'torchscript': " + what + " " + file + " cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }
}
