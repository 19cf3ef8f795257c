package org.lowland.io.bonds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lowland.api.LowlandException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.format.StructureWriter;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Writes drug-like molecules as SDF, turns that into XYZ and the XYZ back, here and with Open Babel where that is
 * installed, and counts what came back: BondRoundTrip LISTS WORK COUNT. The structures are built once and kept in WORK.
 */
final class BondRoundTrip {
    private BondRoundTrip() {}

    public static void main(String[] args) throws Exception {
        Path work = Files.createDirectories(Path.of(args[1]));
        int count = Integer.parseInt(args[2]);
        Path sdf = work.resolve("built-" + count + ".sdf");
        if (!Files.exists(sdf)) {
            build(DrugLike.choose(Path.of(args[0]), count + count / 10), count, sdf);
        }
        List<MoleculeRecord> before = read(sdf, MoleculeRecord.class);
        Path xyz = work.resolve("atoms-" + count + ".xyz");
        write("xyz", xyz, before);
        long charged = before.stream().filter(BondRoundTrip::isCharged).count();
        System.out.println(before.size() + " molecules, " + charged + " charged");
        report("Lowland", before, ours(xyz, before));
        Set<String> doubted = new HashSet<>();
        Map<String, Object> inferred = inferred(xyz, doubted);
        Set<String> wrong = report("Lowland, charge not given", before, inferred);
        wrong.removeAll(doubted);
        wrong.removeIf(title -> !(inferred.get(title) instanceof IAtomContainer));
        System.out.println(
                "  of " + doubted.size() + " it was said that they may be otherwise; neither said nor refused, "
                        + wrong.size() + " are: " + wrong);
        Path theirs = work.resolve("babel-" + count + ".sdf");
        if (babel(xyz, theirs)) {
            report("Open Babel", before, byTitle(theirs));
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("wrong without a word: " + wrong);
        }
    }

    /** Builds so many of the chosen; those that cannot be built are told and passed over. */
    private static void build(List<IAtomContainer> chosen, int count, Path sdf) {
        List<MoleculeRecord> built = new ArrayList<>();
        for (IAtomContainer molecule : chosen) {
            if (built.size() == count) {
                break;
            }
            String title = "m" + built.size();
            try {
                built.add(MoleculeRecord.of(title, ConformerBuilder.quick().build(molecule, 1)));
            } catch (LowlandException e) {
                System.err.println(SameMolecule.canonical(molecule, true) + ": " + e.getMessage());
            }
        }
        write("sdf", sdf, built);
    }

    private static Map<String, Object> ours(Path xyz, List<MoleculeRecord> before) {
        Map<String, Object> found = new LinkedHashMap<>();
        List<LabelledFrame> frames = read(xyz, LabelledFrame.class);
        for (int k = 0; k < frames.size(); k++) {
            int charge = DrugLike.charge(before.get(k).molecule());
            found.put(frames.get(k).title(), perceive(frames.get(k), OptionalInt.of(charge), what -> {}));
        }
        return found;
    }

    private static Map<String, Object> inferred(Path xyz, Set<String> doubted) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (LabelledFrame frame : read(xyz, LabelledFrame.class)) {
            LabelledFrame bare = LabelledFrame.of(AtomicSystem.of(
                    frame.system().atomicNumbers(), frame.system().positions()));
            found.put(frame.title(), perceive(bare, OptionalInt.empty(), what -> doubted.add(frame.title())));
        }
        return found;
    }

    private static Object perceive(LabelledFrame frame, OptionalInt charge, Consumer<String> doubted) {
        try {
            return Conversion.toMolecule(frame, charge, said -> {}, doubted).molecule();
        } catch (LowlandException e) {
            return e.getMessage();
        }
    }

    private static boolean babel(Path xyz, Path sdf) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder("obabel", "-ixyz", xyz.toString(), "-osdf", "-O", sdf.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            System.out.println("Open Babel is not installed");
            return false;
        }
    }

    /** Open Babel's titles are the comment lines. */
    private static Map<String, Object> byTitle(Path sdf) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (MoleculeRecord record : read(sdf, MoleculeRecord.class)) {
            found.put(record.title().replaceAll(".*name=(\\S+).*", "$1"), record.molecule());
        }
        return found;
    }

    /** Prints what came back; gives the titles of what did not. */
    private static Set<String> report(String who, List<MoleculeRecord> before, Map<String, Object> after) {
        Map<SameMolecule.Verdict, List<String>> verdicts = new EnumMap<>(SameMolecule.Verdict.class);
        for (MoleculeRecord record : before) {
            Object back = after.getOrDefault(record.title(), "not there");
            SameMolecule.Verdict verdict = back instanceof IAtomContainer molecule
                    ? SameMolecule.compare(record.molecule(), molecule)
                    : SameMolecule.Verdict.REFUSED;
            String line = record.title() + " " + SameMolecule.canonical(record.molecule(), true) + " -> "
                    + (back instanceof IAtomContainer molecule ? SameMolecule.canonical(molecule, true) : back);
            verdicts.computeIfAbsent(verdict, none -> new ArrayList<>()).add(line);
        }
        Set<String> wrong = new HashSet<>();
        verdicts.forEach((verdict, lines) -> {
            if (verdict.compareTo(SameMolecule.Verdict.RESONANCE) > 0) {
                lines.forEach(line -> wrong.add(line.substring(0, line.indexOf(' '))));
            }
        });
        System.out.println("\n" + who);
        verdicts.forEach((verdict, lines) -> System.out.println("  " + lines.size() + " " + verdict.words));
        verdicts.forEach((verdict, lines) -> {
            if (verdict != SameMolecule.Verdict.SAME) {
                lines.stream().limit(25).forEach(line -> System.out.println("    " + verdict + " " + line));
            }
        });
        long charged = before.stream().filter(BondRoundTrip::isCharged).count();
        long wrongCharged = before.stream()
                .filter(record -> isCharged(record) && wrong.contains(record.title()))
                .count();
        System.out.println("  back: " + (before.size() - charged - wrong.size() + wrongCharged) + " of "
                + (before.size() - charged) + " uncharged, " + (charged - wrongCharged) + " of " + charged
                + " charged");
        return wrong;
    }

    private static boolean isCharged(MoleculeRecord record) {
        return DrugLike.charge(record.molecule()) != 0;
    }

    private static <S extends Structure> List<S> read(Path file, Class<S> kind) {
        List<S> records = new ArrayList<>();
        try (RecordReader<? extends Structure> reader = StructureFormat.of(file).open(file)) {
            reader.forEachRemaining(each -> records.add(kind.cast(each)));
        }
        return records;
    }

    private static void write(String format, Path file, List<MoleculeRecord> records) {
        try (StructureWriter writer = StructureWriter.create(file, StructureFormat.byId(format), lost -> {})) {
            records.forEach(writer::write);
            writer.commit();
        }
    }
}
