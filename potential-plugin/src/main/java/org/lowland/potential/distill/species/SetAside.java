package org.lowland.potential.distill.species;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;

/**
 * The section {@code set-aside} of a recipe: molecules that nobody learns from. Of the molecules of some lists those are
 * taken whose key, hashed with the seed, comes first. So neither the order of the lists nor what else they hold decides on
 * a molecule, and each run sets the same ones aside.
 *
 * @param output the list that is written: a SMILES and its key in each line
 * @param count how many
 * @param seed of the choice
 * @param lists of SMILES to choose from
 * @param smallest fewest atoms of such a molecule, hydrogens included
 * @param largest most atoms of such a molecule
 */
public record SetAside(String output, int count, long seed, List<String> lists, int smallest, int largest) {

    /** Checks the settings. */
    public SetAside {
        if (output == null || lists == null || lists.isEmpty()) {
            throw new InputException("set-aside needs an output and lists to choose from");
        }
        if (count < 1 || smallest < 2 || largest < smallest) {
            throw new InputException(
                    "set-aside needs a count of 1 or more, smallest of 2 or more and largest no less than that");
        }
        lists = List.copyOf(lists);
    }

    /**
     * Chooses the molecules.
     *
     * @param candidates of the lists; of those with one key the first in the order of their SMILES counts
     * @return the chosen ones in the order of their hashes
     * @throws InputException when there are not enough
     */
    List<Species> choose(List<Species> candidates) {
        Map<String, Species> byKey = candidates.stream()
                .collect(Collectors.toMap(
                        Species::key,
                        species -> species,
                        (a, b) -> a.smiles().compareTo(b.smiles()) <= 0 ? a : b,
                        TreeMap::new));
        if (byKey.size() < count) {
            throw new InputException("set-aside wants " + count + " molecules of " + smallest + " to " + largest
                    + " atoms, but its lists have only " + byKey.size());
        }
        return byKey.values().stream()
                .sorted(Comparator.comparing(species -> hash(species.key())))
                .limit(count)
                .toList();
    }

    private BigInteger hash(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((seed + ":" + key).getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new BackendException("This virtual machine has no SHA-256", e);
        }
    }
}
