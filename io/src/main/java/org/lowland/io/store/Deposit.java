package org.lowland.io.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.lowland.api.potential.Evaluation;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.store.document.StructureDocument;

/**
 * What is to be put into a store.
 *
 * @param key under which it is found again; a store takes each key once
 * @param structure the record, with its energy and forces where they are known
 * @param ending how its optimization ended, when it is the result of one
 * @param provenance where it comes from
 * @param created when it was stored first, where that was in another store; empty for now
 */
public record Deposit(
        String key, Structure structure, Optional<Ending> ending, Provenance provenance, Optional<Instant> created) {

    public Deposit {
        Objects.requireNonNull(key);
        Objects.requireNonNull(structure);
        Objects.requireNonNull(ending);
        Objects.requireNonNull(provenance);
        Objects.requireNonNull(created);
    }

    /**
     * What is stored now.
     *
     * @param key as above
     * @param structure as above
     * @param ending as above
     * @param provenance as above
     */
    public Deposit(String key, Structure structure, Optional<Ending> ending, Provenance provenance) {
        this(key, structure, ending, provenance, Optional.empty());
    }

    /**
     * A record of another store, with all that this knows of it but its number.
     *
     * @param record as it was read there
     * @return the deposit
     */
    public static Deposit again(StoredRecord record) {
        return new Deposit(
                record.key(), record.structure(), record.ending(), record.provenance(), Optional.of(record.created()));
    }

    /**
     * A structure as it is. The same structure has the same key: a store keeps it once.
     *
     * @param structure the record
     * @param provenance where it comes from
     * @return the deposit
     * @throws org.lowland.api.InputException when the structure is a pattern
     */
    public static Deposit of(Structure structure, Provenance provenance) {
        String labels = evaluation(structure)
                .map(evaluation -> evaluation.energy() + " " + Arrays.toString(evaluation.forces()))
                .orElse("");
        String input = StructureDocument.write(structure) + labels;
        return new Deposit(provenance.key(input), structure, Optional.empty(), provenance);
    }

    /**
     * The key of the result of a computation.
     *
     * @param input the structure as it was given
     * @param provenance what is computed of it
     * @return the key
     * @throws org.lowland.api.InputException when the structure is a pattern
     */
    public static String key(Structure input, Provenance provenance) {
        return provenance.key(StructureDocument.write(input));
    }

    static Optional<Evaluation> evaluation(Structure structure) {
        return structure instanceof MoleculeRecord molecule
                ? molecule.evaluation()
                : ((LabelledFrame) structure).evaluation();
    }
}
