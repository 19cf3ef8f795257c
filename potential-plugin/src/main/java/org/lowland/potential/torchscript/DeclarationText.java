package org.lowland.potential.torchscript;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.lowland.api.InputException;
import org.lowland.potential.torch.HostTensor;
import org.openscience.cdk.config.Elements;

/** A {@link Declaration} as it is written; null where it does not say. A list may be a single value. */
record DeclarationText(
        String name,
        @JsonProperty("level-of-theory") String levelOfTheory,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> elements,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> inputs,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> outputs,
        ModelUnits units,
        String dtype,
        Double cutoff,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> charges,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> multiplicities,
        Boolean periodic,
        @JsonProperty("free-space") Boolean freeSpace,
        Boolean smooth,
        Boolean conservative,
        @JsonProperty("self-energies") Map<String, Double> selfEnergies) {
    private static final List<String> ANY = List.of("any");

    Declaration checked() {
        require("level-of-theory", levelOfTheory, "what the energies are, for example ωB97X/6-31G(d)");
        require("elements", elements, "a list such as [H, C, N, O], or any");
        require("inputs", inputs, "the arguments of forward in order, for example [atomic-numbers, positions]");
        require("outputs", outputs, "what forward returns in order, for example [energy, forces]");
        require("units", units, "for example {length: angstrom, energy: eV}");
        List<ModelInput> takes = inputs.stream()
                .map(input -> Names.read(ModelInput.class, "inputs", input))
                .toList();
        return new Declaration(
                Optional.ofNullable(name),
                levelOfTheory,
                limited(elements, DeclarationText::atomicNumber),
                takes,
                outputs.stream()
                        .map(output -> Names.read(ModelOutput.class, "outputs", output))
                        .toList(),
                units,
                type(),
                cutoff == null ? OptionalDouble.empty() : OptionalDouble.of(cutoff * units.length()),
                numbers("charges", charges, takes.contains(ModelInput.CHARGE) ? ANY : List.of("0")),
                numbers("multiplicities", multiplicities, takes.contains(ModelInput.MULTIPLICITY) ? ANY : List.of("1")),
                periodic == null ? takesCells(takes) : periodic,
                freeSpace == null || freeSpace,
                smooth == null || smooth,
                conservative == null || conservative,
                energies());
    }

    private static void require(String setting, Object value, String example) {
        if (value == null
                || value instanceof List<?> list
                        && (list.isEmpty() || list.stream().anyMatch(Objects::isNull))) {
            throw new InputException(setting + " is missing: " + example);
        }
    }

    private static boolean takesCells(List<ModelInput> takes) {
        return takes.contains(ModelInput.CELL) || takes.contains(ModelInput.EDGE_SHIFTS);
    }

    private HostTensor.Type type() {
        return switch (dtype == null ? "float32" : dtype) {
            case "float32" -> HostTensor.Type.FLOAT32;
            case "float64" -> HostTensor.Type.FLOAT64;
            default -> throw new InputException("dtype: there is no '" + dtype + "'; known: float32, float64");
        };
    }

    private static <T> Optional<List<T>> limited(List<String> names, Function<String, T> value) {
        return names.equals(ANY)
                ? Optional.empty()
                : Optional.of(names.stream().map(value).distinct().toList());
    }

    private static Optional<List<Integer>> numbers(String setting, List<String> given, List<String> otherwise) {
        return limited(given == null ? otherwise : given, text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                throw new InputException(
                        setting + ": '" + text + "' is no whole number; give a list of them, or any", e);
            }
        });
    }

    private static Integer atomicNumber(String symbol) {
        Elements element = Elements.ofString(symbol);
        if (element == Elements.Unknown) {
            throw new InputException("elements: there is no element '" + symbol + "'");
        }
        return element.number();
    }

    private Map<Integer, Double> energies() {
        Map<Integer, Double> values = new TreeMap<>();
        if (selfEnergies != null) {
            selfEnergies.forEach((symbol, energy) -> {
                if (energy == null || !Double.isFinite(energy)) {
                    throw new InputException("self-energies: that of " + symbol + " is no finite number");
                }
                values.put(atomicNumber(symbol), energy * units.energy());
            });
        }
        return values;
    }
}
