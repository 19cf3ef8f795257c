package org.lowland.io.store;

import java.time.Instant;
import java.util.Optional;
import org.lowland.api.potential.Evaluation;
import org.lowland.io.format.Structure;

/**
 * One record of a store.
 *
 * @param id its number, from 1, in the order in which records came in
 * @param key under which it is found
 * @param created when it was stored
 * @param formula of its atoms
 * @param structure what was stored, with its energy and forces where they are known
 * @param ending how its optimization ended, when it is the result of one
 * @param provenance where it comes from
 */
public record StoredRecord(
        long id,
        String key,
        Instant created,
        String formula,
        Structure structure,
        Optional<Ending> ending,
        Provenance provenance) {

    /** {@return energy and forces of the structure where it is, when they are known} */
    public Optional<Evaluation> evaluation() {
        return Deposit.evaluation(structure);
    }
}
