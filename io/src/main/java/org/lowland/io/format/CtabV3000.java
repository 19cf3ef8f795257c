package org.lowland.io.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.lowland.api.InputException;
import org.lowland.io.file.Limits;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.MDLV3000Reader;

/**
 * A connection table of version V3000: free columns, any number of atoms, lines continued after a hyphen.
 *
 * @param lines the text
 * @param positions 3N numbers in Å
 * @param atomLines for each atom the index of its first line and of the line behind its last one
 */
record CtabV3000(List<String> lines, double[] positions, List<int[]> atomLines) implements Ctab {
    private static final String PREFIX = "M  V30 ";
    private static final int LONGEST = 78;

    /** Reads and checks what CDK would take silently: counts, coordinates, the end. */
    static CtabV3000 parse(List<String> record, long firstLine, Limits limits) {
        int end = 0;
        while (end < record.size() && !record.get(end).startsWith(CtabText.END)) {
            end++;
        }
        if (end == record.size()) {
            throw new InputException("the line 'M  END' is missing; the record was cut off");
        }
        List<String> lines = List.copyOf(record.subList(0, end + 1));
        int[] counts = null;
        int bonds = 0;
        List<int[]> atomLines = new ArrayList<>();
        List<Double> positions = new ArrayList<>();
        String block = "";
        for (int k = 4; k < end; k++) {
            int first = k;
            String command = logical(lines, k);
            while (lines.get(k).endsWith("-") && k + 1 < end) {
                k++;
            }
            if (command.startsWith("COUNTS")) {
                counts = counts(command, firstLine + first);
                limits.requireAtoms(counts[0]);
            } else if (command.startsWith("BEGIN ")) {
                block = command.substring(6).strip();
            } else if (command.startsWith("END ")) {
                block = "";
            } else if (block.equals("ATOM")) {
                readAtom(command, atomLines.size(), firstLine + first, positions);
                atomLines.add(new int[] {first, k + 1});
            } else if (block.equals("BOND")) {
                bonds++;
            }
        }
        if (counts == null) {
            throw new InputException("the line 'M  V30 COUNTS' is missing; it gives the numbers of atoms and bonds");
        }
        requireCount("atoms", atomLines.size(), counts[0]);
        requireCount("bonds", bonds, counts[1]);
        double[] array = positions.stream().mapToDouble(Double::doubleValue).toArray();
        return new CtabV3000(lines, array, List.copyOf(atomLines));
    }

    @Override
    public int atoms() {
        return atomLines.size();
    }

    @Override
    public List<String> linesAt(double[] moved) {
        List<String> changed = new ArrayList<>();
        int next = 0;
        for (int atom = 0; atom < atoms(); atom++) {
            int[] span = atomLines.get(atom);
            changed.addAll(lines.subList(next, span[0]));
            changed.addAll(wrapped(atomLine(logical(lines, span[0]), atom, moved)));
            next = span[1];
        }
        changed.addAll(lines.subList(next, lines.size()));
        changed.set(1, CtabText.marked3d(lines.get(1)));
        return changed;
    }

    @Override
    public IAtomContainer molecule() {
        return CtabText.molecule(new MDLV3000Reader(), this);
    }

    /** Breaks a line that is too long at a blank, or where it must, as the format asks. */
    static List<String> wrapped(String command) {
        List<String> pieces = new ArrayList<>();
        String rest = command;
        while (PREFIX.length() + rest.length() > LONGEST) {
            int most = LONGEST - PREFIX.length() - 1;
            int blank = rest.lastIndexOf(' ', most - 1);
            int cut = blank > 0 ? blank + 1 : most;
            pieces.add(PREFIX + rest.substring(0, cut) + "-");
            rest = rest.substring(cut);
        }
        pieces.add(PREFIX + rest);
        return pieces;
    }

    private static String atomLine(String command, int atom, double[] moved) {
        StringTokenizer fields = new StringTokenizer(command);
        StringBuilder line = new StringBuilder(fields.nextToken());
        line.append(' ').append(fields.nextToken());
        for (int axis = 0; axis < 3; axis++) {
            fields.nextToken();
            line.append(String.format(Locale.ROOT, " %.6f", moved[3 * atom + axis]));
        }
        while (fields.hasMoreTokens()) {
            line.append(' ').append(fields.nextToken());
        }
        return line.toString();
    }

    private static String logical(List<String> lines, int from) {
        StringBuilder command = new StringBuilder();
        for (int k = from; k < lines.size(); k++) {
            String line = lines.get(k);
            String body = line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : "";
            boolean goesOn = body.endsWith("-");
            command.append(goesOn ? body.substring(0, body.length() - 1) : body);
            if (!goesOn) {
                break;
            }
        }
        return command.toString().strip();
    }

    private static int[] counts(String command, long line) {
        try {
            String[] fields = command.split("\\s+");
            return new int[] {Integer.parseInt(fields[1]), Integer.parseInt(fields[2])};
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new InputException(
                    "line " + line + ": '" + command + "' does not give the numbers of atoms and bonds", e);
        }
    }

    private static void readAtom(String command, int atom, long line, List<Double> positions) {
        String[] fields = command.split("\\s+");
        if (fields.length < 6) {
            throw new InputException("line " + line + ": the line of atom " + (atom + 1)
                    + " is too short; it needs an index, a symbol, three coordinates and a map number");
        }
        for (int axis = 0; axis < 3; axis++) {
            positions.add(CtabText.coordinate(fields[2 + axis], axis, atom, fields[1], line));
        }
    }

    private static void requireCount(String what, int found, int expected) {
        if (found != expected) {
            throw new InputException("it holds " + found + " " + what + " where its counts line says " + expected
                    + "; it was cut off or its counts are wrong");
        }
    }
}
