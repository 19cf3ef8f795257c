package org.lowland.rl.strider.episode;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lowland.api.UnsupportedException;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;

/** Which of the elements that a policy knows the atoms of a structure are. */
public final class Kinds {
    private Kinds() {}

    /**
     * The kind of every atom.
     *
     * @param elements atomic numbers that the policy knows
     * @param system the atoms
     * @return places among the elements
     * @throws UnsupportedException when an atom is none of them
     */
    public static int[] of(List<Integer> elements, AtomicSystem system) {
        return IntStream.range(0, system.size())
                .map(atom -> {
                    int kind = elements.indexOf(system.atomicNumber(atom));
                    if (kind < 0) {
                        throw new UnsupportedException("The policy was made for "
                                + elements.stream()
                                        .map(number -> Elements.ofNumber(number).symbol())
                                        .collect(Collectors.joining(", "))
                                + ", and has not seen " + system.describe(atom)
                                + "; train one that has, or take 'lbfgs' or 'basin-hopping'");
                    }
                    return kind;
                })
                .toArray();
    }
}
