package org.lowland.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.lowland.api.InputException;

/** A connection table of version V2000: fixed columns, at most 999 atoms. */
record CtabV2000(List<String> lines, double[] positions) implements Ctab {
    private static final int FIRST_ATOM = 4;
    private static final int COORDINATES = 30;
    private static final double LARGEST = 9999.9999;
    private static final Pattern BOND = Pattern.compile("([ \\d]{2}\\d){3}( .*)?");

    /** Reads and checks what CDK would take silently: counts, coordinates, the end. */
    static CtabV2000 parse(List<String> record, long firstLine) {
        String counts = record.get(FIRST_ATOM - 1);
        int atoms = count(counts, 0, firstLine + FIRST_ATOM - 1);
        int bonds = count(counts, 3, firstLine + FIRST_ATOM - 1);
        double[] positions = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            if (FIRST_ATOM + atom >= record.size()
                    || record.get(FIRST_ATOM + atom).startsWith("M  ")) {
                throw new InputException("the record ends after " + atom + " of " + atoms + " atoms; it was cut off");
            }
            readAtom(record.get(FIRST_ATOM + atom), atom, firstLine + FIRST_ATOM + atom, positions);
        }
        int end = FIRST_ATOM + atoms;
        for (int bond = 0; bond < bonds; bond++, end++) {
            if (end >= record.size() || record.get(end).startsWith("M  ")) {
                throw new InputException("the record ends after " + bond + " of " + bonds + " bonds; it was cut off");
            }
        }
        if (end < record.size() && BOND.matcher(record.get(end)).matches()) {
            throw new InputException("line " + (firstLine + end) + ": there are more bonds than the " + bonds
                    + " that the line of counts says; correct it");
        }
        while (end < record.size() && !record.get(end).startsWith(CtabText.END)) {
            end++;
        }
        if (end == record.size()) {
            throw new InputException("the line 'M  END' is missing; the record was cut off");
        }
        return new CtabV2000(List.copyOf(record.subList(0, end + 1)), positions);
    }

    @Override
    public int atoms() {
        return positions.length / 3;
    }

    @Override
    public List<String> linesAt(double[] moved) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(1, CtabText.marked3d(lines.get(1)));
        for (int atom = 0; atom < atoms(); atom++) {
            StringBuilder line = new StringBuilder(80);
            for (int axis = 0; axis < 3; axis++) {
                double value = moved[3 * atom + axis];
                if (Math.abs(value) > LARGEST) {
                    throw new InputException("atom " + (atom + 1) + " lies " + value
                            + " Å from the origin, which SDF has no columns for; write XYZ");
                }
                CtabText.appendColumn(line, value);
            }
            String rest = lines.get(FIRST_ATOM + atom).substring(COORDINATES);
            changed.set(FIRST_ATOM + atom, line + rest);
        }
        return changed;
    }

    private static int count(String line, int from, long number) {
        try {
            int count = Integer.parseInt(line.substring(from, from + 3).strip());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw notCounts(line, number, e);
        }
        throw notCounts(line, number, null);
    }

    private static InputException notCounts(String line, long number, Exception cause) {
        return new InputException(
                "line " + number + ": '" + line + "' is not a line of counts; three columns for the number of atoms and"
                        + " three for that of bonds stand there",
                cause);
    }

    private static void readAtom(String line, int atom, long number, double[] positions) {
        if (line.length() < COORDINATES + 2) {
            throw new InputException("line " + number + ": the line of atom " + (atom + 1)
                    + " is too short; it needs three coordinates of ten columns each and a symbol");
        }
        String symbol = line.substring(COORDINATES + 1, Math.min(line.length(), COORDINATES + 4))
                .strip();
        for (int axis = 0; axis < 3; axis++) {
            String field = line.substring(10 * axis, 10 * axis + 10);
            positions[3 * atom + axis] = CtabText.coordinate(field, axis, atom, symbol, number);
        }
    }
}
