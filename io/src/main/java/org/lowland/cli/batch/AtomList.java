package org.lowland.cli.batch;

import java.util.Set;
import java.util.TreeSet;
import org.lowland.api.InputException;

/** Lists of atoms as chemists count them: {@code 1,4-7}. */
public final class AtomList {
    private static final int LARGEST = 10_000_000;

    private AtomList() {}

    /**
     * Reads a list.
     *
     * @param text numbers from 1 and ranges of them between commas
     * @return indices from 0
     * @throws InputException when it is no such list
     */
    public static Set<Integer> parse(String text) {
        Set<Integer> atoms = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            int first = number(ends[0], text);
            int last = ends.length == 2 ? number(ends[1], text) : first;
            if (ends.length > 2 || last < first) {
                throw wrong(text, null);
            }
            for (int atom = first; atom <= last; atom++) {
                atoms.add(atom - 1);
            }
        }
        return atoms;
    }

    private static int number(String text, String all) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= LARGEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(all, e);
        }
        throw wrong(all, null);
    }

    private static InputException wrong(String text, Exception cause) {
        return new InputException("'" + text + "' is no list of atoms; write their numbers from 1, as in 1,4-7", cause);
    }
}
