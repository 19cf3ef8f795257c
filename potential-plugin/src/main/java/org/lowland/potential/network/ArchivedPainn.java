package org.lowland.potential.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.potential.torch.ArchivedModule;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.NamedTensor;

/**
 * A {@link Painn} and its parameters, read from an archive without libtorch.
 *
 * @param painn the network
 * @param parameters in the archive's order, single precision
 */
public record ArchivedPainn(Painn painn, List<NamedTensor> parameters) {
    private static final Pattern DECLARATION = Pattern.compile("(?m)^  (\\w+) : Tensor$");
    private static final Pattern EPSILON = Pattern.compile("torch\\.sum\\(b \\* b, \\[1]\\) \\+ ([0-9.e+-]+)\\)");

    /** Copies the list. */
    public ArchivedPainn {
        parameters = List.copyOf(parameters);
    }

    /**
     * Reads an archive. The hyper-parameters follow from the sizes of the tensors and the text of the script; the result
     * counts only if the script that they give is, letter by letter, the one in the archive.
     *
     * @param archive of any writer
     * @param elements atomic numbers in the order of the species index
     * @param cutoff in Å
     * @return empty if it is another network, another version of this one, or not in single precision
     */
    public static Optional<ArchivedPainn> read(byte[] archive, List<Integer> elements, double cutoff) {
        ArchivedModule module = ArchivedModule.read(archive);
        Optional<Painn> painn = module.script().flatMap(script -> guess(module, script, elements, cutoff));
        return painn.flatMap(
                p -> module.valuesOf(p.module(HostTensor.Type.FLOAT32, 0)).map(values -> new ArchivedPainn(p, values)));
    }

    private static Optional<Painn> guess(ArchivedModule module, String script, List<Integer> elements, double cutoff) {
        List<String> names = new ArrayList<>();
        Matcher declarations = DECLARATION.matcher(script);
        while (declarations.find()) {
            names.add(declarations.group(1));
        }
        Matcher epsilon = EPSILON.matcher(script);
        int readout = names.indexOf("readout2_weight");
        int filter = names.indexOf("l0_filter_weight");
        if (readout < 0 || filter < 0 || !epsilon.find()) {
            return Optional.empty();
        }
        int features = 2 * module.bytesOf(readout) / Float.BYTES;
        int interactions = (int)
                names.stream().filter(name -> name.endsWith("_update1_weight")).count();
        int degree = names.contains("l0_tensor_mix_weight") ? 2 : 1;
        int radial = features == 0 ? 0 : module.bytesOf(filter) / ((1 + degree) * features * Float.BYTES) - 1;
        try {
            return Optional.of(new Painn(
                    elements,
                    features,
                    interactions,
                    degree,
                    radial,
                    cutoff,
                    Double.parseDouble(epsilon.group(1)),
                    script.contains(PainnScript.BOUNDS),
                    core(module, names.indexOf(RepulsiveCore.RANGE))));
        } catch (IllegalArgumentException notPainn) {
            return Optional.empty();
        }
    }

    private static Optional<RepulsiveCore> core(ArchivedModule module, int place) {
        if (place < 0 || module.bytesOf(place) != 2 * Float.BYTES) {
            return Optional.empty();
        }
        float[] range = module.floatsOf(place);
        return Optional.of(new RepulsiveCore(range[0], range[1]));
    }
}
