package org.lowland.potential.ani;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lowland.api.InputException;
import org.lowland.api.spi.Checksum;
import org.openscience.cdk.config.Elements;

/**
 * Reads the folder {@code ani-2x_8x} as published by the authors (github.com/aiqm/ani-model-zoo): one {@code .params}
 * file with the descriptor's constants, {@code sae_linfit.dat} with the self energies, and in {@code train0} to
 * {@code train7} the folder {@code networks} with {@code ANN-<element>.nnf-l<layer>.wparam} and {@code .bparam},
 * little-endian single-precision numbers.
 */
final class AniFolder {
    /** The networks of the ensemble. */
    static final int MEMBERS = 8;

    /** The layers of every atomic network, three of them with an activation. */
    static final int LAYERS = 4;

    private static final String SELF_ENERGIES = "sae_linfit.dat";
    private static final Pattern SELF_ENERGY = Pattern.compile("([A-Z][a-z]?),\\d+=(\\S+)");
    private static final String REMEDY =
            "; the folder must be complete, as published in resources/ani-2x_8x of" + " github.com/aiqm/ani-model-zoo";

    private final Path folder;

    private AniFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a folder.
     *
     * @param folder the path
     * @return the ensemble
     * @throws InputException when the folder or one of its files is missing or not as expected; the message names it
     */
    static AniEnsemble read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException(folder + " is not a folder" + REMEDY);
        }
        AniFolder reader = new AniFolder(folder);
        AniDescriptor descriptor = reader.descriptor(reader.parameterFile());
        Map<Integer, Double> selfEnergies = reader.selfEnergies(descriptor);
        List<List<List<AniLayer>>> networks = new ArrayList<>();
        for (int member = 0; member < MEMBERS; member++) {
            networks.add(reader.network(descriptor, member));
        }
        AniEnsemble ensemble = new AniEnsemble(descriptor, selfEnergies, networks);
        reader.requireEqualWidths(ensemble);
        return ensemble;
    }

    /**
     * The checksum of all parameters, file by file in the order of their names.
     *
     * @param folder the path
     * @return the checksum
     * @throws InputException when the folder or a file of it cannot be read
     */
    static String checksum(Path folder) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(AniFolder::isRead).sorted().toList()) {
                all.write(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        return Checksum.of(all.toByteArray());
    }

    private static boolean isRead(Path file) {
        String name = file.getFileName().toString();
        return name.equals(SELF_ENERGIES) || name.endsWith("param") || name.endsWith(".params");
    }

    private Path parameterFile() {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.params")) {
            files.forEach(found::add);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        if (found.size() != 1) {
            throw new InputException(folder + " holds " + found.size() + " files *.params instead of one" + REMEDY);
        }
        return found.get(0);
    }

    private AniDescriptor descriptor(Path file) {
        String text = text(file);
        List<Integer> elements = new ArrayList<>();
        for (String symbol : value(file, text, "Atyp").split(",")) {
            elements.add(atomicNumber(file, symbol));
        }
        return new AniDescriptor(
                number(file, text, "Rcr"),
                number(file, text, "Rca"),
                number(file, text, "EtaR"),
                numbers(file, text, "ShfR"),
                number(file, text, "Zeta"),
                numbers(file, text, "ShfZ"),
                number(file, text, "EtaA"),
                numbers(file, text, "ShfA"),
                elements);
    }

    private static String value(Path file, String text, String key) {
        Matcher line =
                Pattern.compile("(?m)^" + key + "\\s*=\\s*\\[?([^\\]\\n]+)").matcher(text);
        if (!line.find()) {
            throw new InputException(file + " has no line '" + key + " = ...'" + REMEDY);
        }
        return line.group(1).strip();
    }

    private static List<Double> numbers(Path file, String text, String key) {
        String value = value(file, text, key);
        try {
            return Arrays.stream(value.split(",")).map(Double::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new InputException(file + ": '" + key + " = " + value + "' is not a list of numbers" + REMEDY, e);
        }
    }

    private static double number(Path file, String text, String key) {
        List<Double> values = numbers(file, text, key);
        if (values.size() != 1) {
            throw new InputException(file + ": '" + key + "' has " + values.size() + " values instead of one" + REMEDY);
        }
        return values.get(0);
    }

    private static int atomicNumber(Path file, String symbol) {
        Integer number = Elements.ofString(symbol.strip()).number();
        if (number == null || number == 0) {
            throw new InputException(file + ": '" + symbol + "' is not an element" + REMEDY);
        }
        return number;
    }

    private Map<Integer, Double> selfEnergies(AniDescriptor descriptor) {
        Path file = folder.resolve(SELF_ENERGIES);
        Map<Integer, Double> energies = new TreeMap<>();
        Matcher line = SELF_ENERGY.matcher(text(file));
        while (line.find()) {
            try {
                energies.put(atomicNumber(file, line.group(1)), Double.valueOf(line.group(2)));
            } catch (NumberFormatException e) {
                throw new InputException(file + ": '" + line.group() + "' is not an energy" + REMEDY, e);
            }
        }
        for (int element : descriptor.elements()) {
            if (!energies.containsKey(element)) {
                throw new InputException(file + " has no self energy of "
                        + Elements.ofNumber(element).symbol() + REMEDY);
            }
        }
        return energies;
    }

    private List<List<AniLayer>> network(AniDescriptor descriptor, int member) {
        Path networks = folder.resolve("train" + member).resolve("networks");
        List<List<AniLayer>> elements = new ArrayList<>();
        for (int element : descriptor.elements()) {
            List<AniLayer> layers = new ArrayList<>();
            int inputs = descriptor.size();
            for (int layer = 1; layer <= LAYERS; layer++) {
                String name = "ANN-" + Elements.ofNumber(element).symbol() + ".nnf-l" + layer;
                AniLayer read = layer(networks, name, inputs);
                layers.add(read);
                inputs = read.outputs();
            }
            if (inputs != 1) {
                throw new InputException(networks + ": the last layer of "
                        + Elements.ofNumber(element).symbol() + " has " + inputs + " outputs instead of one" + REMEDY);
            }
            elements.add(List.copyOf(layers));
        }
        return List.copyOf(elements);
    }

    private static AniLayer layer(Path networks, String name, int inputs) {
        float[] biases = floats(networks.resolve(name + ".bparam"));
        Path file = networks.resolve(name + ".wparam");
        float[] weights = floats(file);
        if (weights.length != inputs * biases.length) {
            throw new InputException(file + " holds " + weights.length + " weights instead of " + inputs + " x "
                    + biases.length + REMEDY);
        }
        return new AniLayer(inputs, biases.length, weights, biases);
    }

    private void requireEqualWidths(AniEnsemble ensemble) {
        for (int element = 0; element < ensemble.descriptor().elements().size(); element++) {
            for (int layer = 0; layer < LAYERS; layer++) {
                int width = ensemble.layer(0, element, layer).outputs();
                for (int member = 1; member < ensemble.members(); member++) {
                    if (ensemble.layer(member, element, layer).outputs() != width) {
                        throw new InputException(folder.resolve("train" + member)
                                + ": its networks have other widths than those of train0" + REMEDY);
                    }
                }
            }
        }
    }

    private static float[] floats(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
            throw new InputException(
                    file + " has " + bytes.length + " bytes, not a whole number of single-precision values" + REMEDY);
        }
        FloatBuffer buffer =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new InputException(file + " holds a number that is not finite" + REMEDY);
            }
        }
        return values;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputException unreadable(Path file, IOException cause) {
        String what = Files.exists(file) ? " cannot be read" : " is missing";
        return new InputException(file + what + REMEDY, cause);
    }
}
