package org.lowland.io.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * A frame of an XYZ or extended XYZ file: atoms and what is known of them. Immutable.
 *
 * @param system the atoms; its charge and multiplicity are the keys {@code charge} and {@code spin}, its fixed atoms
 *     the column {@code move_mask}
 * @param evaluation energy and forces where the frame has both, with the stress where it has that too
 * @param comment the second line of a plain XYZ frame; empty for an extended one
 * @param info all other keys of the comment line with their values as written, in their order; a key without a value
 *     has {@code T}
 * @param columns all other properties of the atoms
 */
public record LabelledFrame(
        AtomicSystem system,
        Optional<Evaluation> evaluation,
        String comment,
        Map<String, String> info,
        List<AtomColumn> columns)
        implements Structure {

    public LabelledFrame {
        Objects.requireNonNull(system);
        Objects.requireNonNull(evaluation);
        Objects.requireNonNull(comment);
        info = Collections.unmodifiableMap(new LinkedHashMap<>(info));
        columns = List.copyOf(columns);
    }

    /**
     * A frame of atoms alone.
     *
     * @param system the atoms
     * @return a frame that says nothing else
     */
    public static LabelledFrame of(AtomicSystem system) {
        return new LabelledFrame(system, Optional.empty(), "", Map.of(), List.of());
    }

    /**
     * A frame of labelled atoms.
     *
     * @param system the atoms
     * @param evaluation their energy and forces
     * @return a frame that says nothing else
     */
    public static LabelledFrame of(AtomicSystem system, Evaluation evaluation) {
        return new LabelledFrame(system, Optional.of(evaluation), "", Map.of(), List.of());
    }

    /** {@return what the frame is called: the key {@code name}, else the comment of a plain frame, else nothing} */
    @Override
    public String title() {
        return info.getOrDefault("name", comment);
    }

    @Override
    public int atoms() {
        return system.size();
    }

    /** {@return the energy in eV, also of a frame without forces} */
    public OptionalDouble energy() {
        if (evaluation.isPresent()) {
            return OptionalDouble.of(evaluation.get().energy());
        }
        String text = info.get("energy");
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    /** {@return 3N forces in eV/Å: those of the evaluation, else a column {@code forces}} */
    public Optional<double[]> forces() {
        return evaluation.map(Evaluation::forces).or(() -> columns.stream()
                .filter(column -> column.name().equals("forces") && column.width() == 3)
                .findFirst()
                .map(column -> column.values().stream()
                        .mapToDouble(Double::parseDouble)
                        .toArray()));
    }

    /**
     * The same frame with one more key.
     *
     * @param key without white space, quotes, brackets and equals signs
     * @param value any text
     * @return a new frame; a key of that name is replaced
     */
    public LabelledFrame with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(info);
        more.put(key, value);
        return new LabelledFrame(system, evaluation, comment, more, columns);
    }

    /**
     * The same frame with the atoms elsewhere.
     *
     * @param moved the same atoms at other positions
     * @param labels their energy and forces, when they are known
     * @return a new frame; what the old one said of energy and forces is dropped
     */
    public LabelledFrame moved(AtomicSystem moved, Optional<Evaluation> labels) {
        Map<String, String> kept = new LinkedHashMap<>(info);
        kept.keySet().removeAll(List.of("energy", "free_energy", "stress", "virial", "dipole", "magmom"));
        List<AtomColumn> others = columns.stream()
                .filter(c -> !c.name().equals("forces") && !c.name().equals("energies"))
                .toList();
        return new LabelledFrame(moved, labels, comment, kept, others);
    }
}
