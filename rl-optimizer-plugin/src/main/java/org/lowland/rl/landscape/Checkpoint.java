package org.lowland.rl.landscape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.lowland.api.InputException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.system.AtomicSystem;

/**
 * The file that a search is saved to. It changes in one step, from one whole state to the next; numbers are written so
 * that the same bits are read. Confined to one thread.
 *
 * <p>There may be a thousand quenches in a second, so unlike an output file a state is not forced to the disk: the end of
 * the process loses nothing, the end of the machine's power may.
 *
 * @param <S> the state of a search between two quenches
 */
final class Checkpoint<S> {
    /** How a state is written. */
    interface Format<S> {
        /** The state as JSON. */
        ObjectNode write(S state, ObjectMapper mapper);

        /**
         * Reads a state.
         *
         * @throws IllegalArgumentException when something is missing or of the wrong kind
         */
        S read(JsonNode node, AtomicSystem given);
    }

    /** How much the energy of one structure may differ between two computers, in eV. */
    private static final double SAME_ENERGY = 1e-3;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Path file;
    private final String optimizer;
    private final ObjectNode run;
    private final Format<S> states;

    /**
     * The checkpoint of a run.
     *
     * @param file where it is, or will be
     * @param optimizer the id of the search
     * @param run the run's {@link RunDescription}
     * @param states how its states are written
     */
    Checkpoint(Path file, String optimizer, ObjectNode run, Format<S> states) {
        this.file = file;
        this.optimizer = optimizer;
        this.run = run;
        this.states = states;
    }

    /** The file of a seed: {@code {seed}} in the name stands for it. */
    static Path ofSeed(Path name, long seed) {
        return Path.of(name.toString().replace("{seed}", String.valueOf(seed)));
    }

    /**
     * Reads the state of the search. When there is no file yet, begins one, so that a file that cannot be written or
     * that another run uses is found out before any work is done.
     *
     * @param given the structure that the run was given
     * @return the state; empty when no quench has been finished
     * @throws InputException when the file is no checkpoint, is of another run, or cannot be read or written
     */
    Optional<S> load(AtomicSystem given) {
        if (!Files.exists(file)) {
            write(envelope());
            return Optional.empty();
        }
        JsonNode saved = read();
        RunDescription.difference(saved.path("run"), run).ifPresent(difference -> {
            throw new InputException(file + ": this checkpoint is of another run: " + difference
                    + "; delete it, name another file, or write {seed} in the name for one file per seed");
        });
        return saved.has("chain") ? Optional.of(chain(saved.get("chain"), given)) : Optional.empty();
    }

    /**
     * Replaces the state by a newer one.
     *
     * @throws InputException when the file cannot be written
     */
    void save(S state) {
        ObjectNode root = envelope();
        root.set("chain", states.write(state, mapper));
        write(root);
    }

    /**
     * Refuses to go on with another potential.
     *
     * @throws InputException when the lowest structure has another energy now
     */
    static void requireSamePotential(Checkpoint<?> checkpoint, Walk.Position lowest, double energy) {
        double before = lowest.evaluation().energy();
        if (Math.abs(energy - before) > SAME_ENERGY) {
            throw new InputException(checkpoint.file
                    + ": this checkpoint is of a search on another potential; its lowest structure had " + before
                    + " eV there and has " + energy + " eV here; delete it or name another file");
        }
    }

    private S chain(JsonNode saved, AtomicSystem given) {
        try {
            return states.read(saved, given);
        } catch (IllegalArgumentException e) {
            throw damaged(e.getMessage(), e);
        }
    }

    private String format() {
        return "lowland " + optimizer + " 1";
    }

    private ObjectNode envelope() {
        ObjectNode root = mapper.createObjectNode();
        root.put("format", format());
        root.set("run", run);
        return root;
    }

    private JsonNode read() {
        try {
            JsonNode saved = mapper.readTree(file.toFile());
            if (!format().equals(saved.path("format").asText())) {
                throw damaged("its format is not '" + format() + "'", null);
            }
            return saved;
        } catch (JsonProcessingException e) {
            throw damaged(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new InputException(file + ": this checkpoint cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private InputException damaged(String why, Exception cause) {
        return new InputException(
                file + ": this is no checkpoint of " + optimizer + " (" + why + "); delete it or name another file",
                cause);
    }

    private void write(ObjectNode root) {
        Path whole = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(whole, mapper.writeValueAsBytes(root));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException(
                    file + ": the checkpoint cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "); name a file in a folder that exists and may be written to",
                    e);
        }
    }
}
