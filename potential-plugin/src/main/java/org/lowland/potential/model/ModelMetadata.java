package org.lowland.potential.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Domain;
import org.lowland.api.system.AtomicSystem;

/**
 * What an archive says about the network inside. Stored as JSON in the archive.
 *
 * @param id of the model
 * @param architecture of the network: {@code painn}, {@code nequip} or {@code egnn}
 * @param parameters the number of trainable numbers
 * @param atomicNumbers in the order of the network's species index
 * @param cutoff in Å
 * @param selfEnergies eV for each of {@code atomicNumbers}, added outside the network in double precision
 * @param charges net charges that it was trained on
 * @param periodic whether it was trained on periodic systems, which it takes in any case
 * @param smooth whether energies and forces are continuous at the cutoff too; true where an archive does not say
 * @param conservative whether forces are minus the gradient of the energy; true where an archive does not say
 * @param energies whether it has learned energies; true where an archive does not say
 * @param molecules the formulas of what it was trained on, where these are a few; none where they are many, or an archive
 *     does not say
 * @param levelOfTheory what its energies are
 * @param units of what goes in and comes out
 */
public record ModelMetadata(
        String id,
        String architecture,
        long parameters,
        List<Integer> atomicNumbers,
        double cutoff,
        Map<Integer, Double> selfEnergies,
        List<Integer> charges,
        boolean periodic,
        Boolean smooth,
        Boolean conservative,
        Boolean energies,
        List<String> molecules,
        String levelOfTheory,
        String units) {
    /** The only units that there are. */
    public static final String UNITS = "Å, eV, eV/Å";

    /** Copies the collections. */
    public ModelMetadata {
        atomicNumbers = List.copyOf(atomicNumbers);
        selfEnergies = new TreeMap<>(selfEnergies);
        charges = List.copyOf(charges);
        smooth = smooth == null || smooth;
        conservative = conservative == null || conservative;
        energies = energies == null || energies;
        molecules = molecules == null ? List.of() : List.copyOf(molecules);
    }

    /**
     * The same under another name, of a network that is known to be for certain molecules though its archive may not say
     * so.
     *
     * @param name its id
     * @param formulas of what it was trained on, where the archive does not say
     * @return new metadata
     */
    ModelMetadata shippedAs(String name, List<String> formulas) {
        return new ModelMetadata(
                name,
                architecture,
                parameters,
                atomicNumbers,
                cutoff,
                selfEnergies,
                charges,
                periodic,
                smooth,
                conservative,
                energies,
                molecules.isEmpty() ? formulas : molecules,
                levelOfTheory,
                units);
    }

    /** {@return how its energies and forces belong together} */
    public Domain.Forces forces() {
        if (conservative) {
            return Domain.Forces.CONSERVATIVE;
        }
        return energies ? Domain.Forces.DIRECT : Domain.Forces.ALONE;
    }

    /**
     * The part of a structure's energy that the network does not learn.
     *
     * @param system of known elements
     * @return the sum of its self energies in eV
     */
    public double selfEnergy(AtomicSystem system) {
        double sum = 0;
        for (int atom = 0; atom < system.size(); atom++) {
            sum += selfEnergies.get(system.atomicNumber(atom));
        }
        return sum;
    }

    /** {@return the metadata as JSON} */
    public String toJson() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("model metadata cannot be written", impossible);
        }
    }

    /**
     * Reads metadata.
     *
     * @param json as {@link #toJson} writes it
     * @return the metadata
     * @throws BackendException when the text is something else
     */
    public static ModelMetadata fromJson(String json) {
        try {
            ModelMetadata metadata = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(json, ModelMetadata.class);
            if (!metadata.units().equals(UNITS)
                    || !metadata.selfEnergies().keySet().containsAll(metadata.atomicNumbers())) {
                throw new BackendException(
                        "The model's metadata is incomplete or in other units than " + UNITS + "; export it again");
            }
            return metadata;
        } catch (JsonProcessingException | NullPointerException e) {
            throw new BackendException("The model's metadata cannot be read; export it again", e);
        }
    }
}
