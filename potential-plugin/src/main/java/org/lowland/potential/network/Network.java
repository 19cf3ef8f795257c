package org.lowland.potential.network;

import java.util.HashSet;
import java.util.List;
import org.lowland.potential.torch.HostTensor;
import org.lowland.potential.torch.ScriptModule;

/**
 * An architecture with its hyper-parameters: what turns species and positions into energies and forces. Immutable.
 *
 * <p>All of them are trained, stored and used in the same way; {@link #module} gives the methods that the package
 * describes.
 */
public sealed interface Network permits Painn, Nequip, Egnn {

    /** The architecture's name in configurations and archives, lower case. */
    String architecture();

    /** Atomic numbers; an atom's species is the index here. */
    List<Integer> elements();

    /** How far atoms see one another, Å. */
    double cutoff();

    /** Whether forces are minus the gradient of the energy. */
    boolean conservative();

    /** Whether energies and forces are continuous everywhere, where atoms come into the cutoff too. */
    boolean smooth();

    /**
     * The network with first weights, ready for an archive.
     *
     * @param type of parameters and positions: single precision to use, double precision to check
     * @param seed of the weights; the same values for either type, up to rounding
     */
    ScriptModule module(HostTensor.Type type, long seed);

    /**
     * The index of an element in the network.
     *
     * @return -1 if the network does not know the element
     */
    default int speciesOf(int atomicNumber) {
        return elements().indexOf(atomicNumber);
    }

    /** A copy of a list of elements that a network may have. */
    static List<Integer> checkedElements(List<Integer> elements) {
        List<Integer> copy = List.copyOf(elements);
        if (copy.isEmpty() || new HashSet<>(copy).size() != copy.size()) {
            throw new IllegalArgumentException("elements must be there, each once: " + copy);
        }
        if (copy.stream().anyMatch(z -> z < 1 || z > 118)) {
            throw new IllegalArgumentException("not atomic numbers: " + copy);
        }
        return copy;
    }
}
