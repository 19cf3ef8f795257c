package org.lowland.potential.ani;

import java.util.List;
import java.util.Map;

/**
 * An ensemble of ANI networks.
 *
 * @param descriptor what the networks read
 * @param selfEnergies by atomic number, in Hartree
 * @param networks for each member of the ensemble, for each element in the descriptor's order, the layers
 */
record AniEnsemble(AniDescriptor descriptor, Map<Integer, Double> selfEnergies, List<List<List<AniLayer>>> networks) {
    AniEnsemble {
        selfEnergies = Map.copyOf(selfEnergies);
        networks = List.copyOf(networks);
    }

    /** The number of networks. */
    int members() {
        return networks.size();
    }

    /** One layer of one network. */
    AniLayer layer(int member, int element, int layer) {
        return networks.get(member).get(element).get(layer);
    }
}
