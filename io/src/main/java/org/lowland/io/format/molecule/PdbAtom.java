package org.lowland.io.format.molecule;

import org.lowland.io.format.Block;

/**
 * An atom of a PDB file.
 *
 * @param serial its number there
 * @param site its name, residue and chain
 * @param alternate the letter of its alternate location, or a blank
 * @param place three coordinates in Å
 * @param element its atomic number
 * @param charge its formal charge
 */
record PdbAtom(int serial, String site, char alternate, double[] place, int element, int charge) {

    static PdbAtom parse(Block block, int line) {
        String text = block.line(line);
        if (text.length() < 54) {
            throw block.broken(line, "the record of an atom is too short; coordinates stand in the columns 31 to 54");
        }
        double[] place = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            place[axis] =
                    block.number(text.substring(30 + 8 * axis, 38 + 8 * axis).strip(), line);
        }
        String name = text.substring(12, 16);
        String serial = text.substring(6, 11).strip();
        return new PdbAtom(
                serial.matches("\\d+") ? Integer.parseInt(serial) : -1 - line,
                name + text.substring(17, 27),
                text.charAt(16),
                place,
                element(block, line, name, text),
                charge(text.length() >= 80 ? text.substring(78, 80).strip() : ""));
    }

    /** The element's own columns, else the name: two letters from its first column on, or one from the second. */
    private static int element(Block block, int line, String name, String text) {
        String symbol = text.length() >= 78 ? text.substring(76, 78).strip() : "";
        if (symbol.isEmpty()) {
            String two = name.substring(0, 2).strip().replaceAll("\\d", "");
            boolean hydrogen = name.charAt(0) == 'H' && name.strip().length() == 4;
            symbol = hydrogen || Block.elementOrZero(two) == 0
                    ? name.strip().replaceAll("^\\d+", "").substring(0, 1)
                    : two;
        }
        return block.element(symbol, line);
    }

    private static int charge(String text) {
        if (text.matches("\\d[-+]")) {
            return Integer.parseInt(text.charAt(1) + text.substring(0, 1));
        }
        return text.matches("[-+]\\d") ? Integer.parseInt(text) : 0;
    }
}
