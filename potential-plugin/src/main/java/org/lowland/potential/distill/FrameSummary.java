package org.lowland.potential.distill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzReader;
import org.openscience.cdk.config.Elements;

/**
 * What a run has made, counted from its output.
 *
 * @param sha256 of the output
 * @param frames how many there are
 * @param kinds frames of each kind
 * @param sizes frames by number of atoms: the key is the smallest number of a bin of ten
 * @param elements frames that hold each element
 * @param molecules distinct ones, a cluster or dimer counting as one
 * @param species distinct names that a training divides by, each of a dimer's by itself
 * @param dropped what was left out, by reason
 * @param seconds of work, all threads together
 */
record FrameSummary(
        String sha256,
        long frames,
        Map<String, Long> kinds,
        Map<Integer, Long> sizes,
        Map<String, Long> elements,
        long molecules,
        long species,
        Map<Dropped, Long> dropped,
        double seconds) {
    private static final int BIN = 10;

    /**
     * Counts.
     *
     * @param output the frames
     * @param reports of all shards
     */
    static FrameSummary of(Path output, List<ShardReport> reports) {
        Map<String, Long> kinds = new TreeMap<>();
        Map<Integer, Long> sizes = new TreeMap<>();
        Map<String, Long> elements = new TreeMap<>();
        Set<String> molecules = new HashSet<>();
        Set<String> species = new HashSet<>();
        long frames = 0;
        try (XyzReader reader = XyzReader.open(output)) {
            while (reader.hasNext()) {
                LabelledFrame frame = reader.next();
                frames++;
                kinds.merge(frame.info().get("kind"), 1L, Long::sum);
                sizes.merge(frame.system().size() / BIN * BIN, 1L, Long::sum);
                Arrays.stream(frame.system().atomicNumbers())
                        .distinct()
                        .forEach(z -> elements.merge(symbol(z), 1L, Long::sum));
                molecules.add(frame.info().get("molecule"));
                species.addAll(Arrays.asList(frame.info().get("species").split("\\+")));
            }
        }
        Map<Dropped, Long> dropped = new EnumMap<>(Dropped.class);
        double seconds = 0;
        for (ShardReport report : reports) {
            report.dropped().forEach((reason, count) -> dropped.merge(reason, (long) count, Long::sum));
            seconds += report.seconds();
        }
        return new FrameSummary(
                sha256(output), frames, kinds, sizes, elements, molecules.size(), species.size(), dropped, seconds);
    }

    /** In Markdown. */
    String text(String name) {
        StringBuilder text = new StringBuilder();
        line(text, "# %s", name);
        line(text, "");
        line(text, "- SHA-256: %s", sha256);
        line(
                text,
                "- %d frames of %d molecules, clusters and dimers; %d species to divide by",
                frames,
                molecules,
                species);
        line(text, "- Work: %.0f s, all threads together", seconds);
        dropped.forEach((reason, count) -> line(text, "- Left out: %d %s", count, reason.text()));
        table(text, "kind", kinds);
        table(text, "atoms, from", sizes);
        table(text, "with", elements);
        return text.toString();
    }

    private void table(StringBuilder text, String name, Map<?, Long> counts) {
        line(text, "");
        line(text, "| %s | frames | share |", name);
        line(text, "|---|---:|---:|");
        counts.forEach((key, count) -> line(text, "| %s | %d | %.1f %% |", key, count, 100.0 * count / frames));
    }

    private static String symbol(int atomicNumber) {
        return Elements.ofNumber(atomicNumber).symbol();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String sha256(Path file) {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read again: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new BackendException("This virtual machine has no SHA-256", e);
        }
    }
}
