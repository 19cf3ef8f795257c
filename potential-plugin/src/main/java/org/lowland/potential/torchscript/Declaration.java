package org.lowland.potential.torchscript;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.lowland.api.InputException;
import org.lowland.api.potential.Domain;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.train.SettingsProblem;
import org.lowland.potential.torch.HostTensor;

/**
 * The signature of a model and what it is for. Immutable.
 *
 * @param name the model's, for messages; empty if it has none
 * @param levelOfTheory what its energies are
 * @param elements atomic numbers in the order of {@link ModelInput#SPECIES}; empty for any
 * @param inputs the arguments of {@code forward} in order
 * @param outputs what it returns in order
 * @param units of all that goes in and comes out
 * @param type of real numbers
 * @param cutoff in Å, where it is known
 * @param charges net charges it is for; empty for any
 * @param multiplicities spin multiplicities it is for; empty for any
 * @param periodic whether it takes periodic systems
 * @param freeSpace whether it takes molecules in free space
 * @param smooth whether energy and forces are continuous everywhere
 * @param conservative whether the forces that it gives are minus the gradient of its energy
 * @param selfEnergies eV for each atom of an element, added to its energy
 */
public record Declaration(
        Optional<String> name,
        String levelOfTheory,
        Optional<List<Integer>> elements,
        List<ModelInput> inputs,
        List<ModelOutput> outputs,
        ModelUnits units,
        HostTensor.Type type,
        OptionalDouble cutoff,
        Optional<List<Integer>> charges,
        Optional<List<Integer>> multiplicities,
        boolean periodic,
        boolean freeSpace,
        boolean smooth,
        boolean conservative,
        Map<Integer, Double> selfEnergies) {

    /**
     * Checks that the parts go together; the collections are copied.
     *
     * @throws InputException when they do not
     */
    public Declaration {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        selfEnergies = new TreeMap<>(selfEnergies);
        requireOnce("inputs", inputs, ModelInput.POSITIONS);
        requireOnce(
                "outputs",
                outputs.stream().filter(o -> o != ModelOutput.IGNORED).toList(),
                ModelOutput.ENERGY);
        if (!outputs.contains(ModelOutput.FORCES) && outputs.get(0) != ModelOutput.ENERGY) {
            throw new InputException("outputs: without forces, the energy comes first, to be differentiated");
        }
        if (!inputs.contains(ModelInput.ATOMIC_NUMBERS) && !inputs.contains(ModelInput.SPECIES)) {
            throw new InputException("inputs: the model must be told the elements; add atomic-numbers or species");
        }
        if (inputs.contains(ModelInput.SPECIES) && elements.isEmpty()) {
            throw new InputException("elements: 'any' does not go with species, which count in the list of elements");
        }
        if (inputs.stream().anyMatch(ModelInput::isOfEdges) && cutoff.isEmpty()) {
            throw new InputException("cutoff is missing: pairs of atoms up to it make the edges");
        }
        if (inputs.contains(ModelInput.EDGE_CELL_SHIFTS) && !inputs.contains(ModelInput.CELL)) {
            throw new InputException("inputs: edge-cell-shifts count lattice vectors; add cell");
        }
        if (cutoff.isPresent() && !(cutoff.getAsDouble() > 0 && Double.isFinite(cutoff.getAsDouble()))) {
            throw new InputException("cutoff: give a positive length");
        }
        if (!selfEnergies.isEmpty() && !selfEnergies.keySet().containsAll(elements.orElse(List.of(0)))) {
            throw new InputException("self-energies: give one for each of a list of elements, or none");
        }
        if (!periodic && !freeSpace) {
            throw new InputException("periodic and free-space: at least one must be true");
        }
    }

    private static <E> void requireOnce(String setting, List<E> given, E needed) {
        if (!given.contains(needed)) {
            throw new InputException(setting + ": " + needed + " is missing");
        }
        if (new LinkedHashSet<>(given).size() != given.size()) {
            throw new InputException(setting + ": each may be there once: " + given);
        }
    }

    /**
     * Reads a declaration.
     *
     * @param text YAML or JSON
     * @param origin where it comes from, for messages
     * @return the declaration
     * @throws InputException naming the origin and the setting that is missing, unknown or cannot be used
     */
    public static Declaration read(String text, String origin) {
        try {
            DeclarationText read = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readValue(text, DeclarationText.class);
            if (read == null) {
                throw new InputException("it is empty");
            }
            return read.checked();
        } catch (JsonParseException e) {
            String problem = e.getOriginalMessage().lines().findFirst().orElse("it is no YAML");
            throw new InputException(
                    origin + ": line " + e.getLocation().getLineNr() + ": " + problem + "; correct it", e);
        } catch (JsonProcessingException e) {
            throw new InputException(origin + ": " + SettingsProblem.of(e), e);
        } catch (InputException e) {
            throw new InputException(origin + ": " + e.getMessage(), e);
        }
    }

    /** {@return what a potential of this declaration covers and promises} */
    public Domain domain() {
        return new Domain(
                elements.map(LinkedHashSet::new),
                charges.map(LinkedHashSet::new),
                multiplicities.map(LinkedHashSet::new),
                periodic,
                freeSpace,
                smooth,
                cutoff,
                levelOfTheory,
                conservative ? Domain.Forces.CONSERVATIVE : Domain.Forces.DIRECT,
                Optional.empty());
    }

    /** Whether forces are to be had by differentiating the energy. */
    boolean differentiatesEnergy() {
        return !outputs.contains(ModelOutput.FORCES);
    }

    double selfEnergy(AtomicSystem system) {
        double sum = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            sum += selfEnergies.getOrDefault(system.atomicNumber(atom), 0.0);
        }
        return sum;
    }
}
