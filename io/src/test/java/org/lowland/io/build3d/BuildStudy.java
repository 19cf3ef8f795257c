package org.lowland.io.build3d;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lowland.api.LowlandException;
import org.lowland.io.bonds.DrugLike;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SmilesReader;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Counts the molecules that are built in space: BuildStudy LISTS COUNT of the molecules that the round trip of bonds
 * takes, or BuildStudy FILE COUNT of the last ones of a file of SMILES. A third argument, "thorough", has that builder
 * instead of the quick one.
 */
final class BuildStudy {
    private BuildStudy() {}

    public static void main(String[] args) {
        Path source = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        boolean thorough = args.length > 2 && args[2].equals("thorough");
        ConformerBuilder builder = thorough ? ConformerBuilder.thorough() : ConformerBuilder.quick();
        int built = 0;
        long start = System.nanoTime();
        List<IAtomContainer> molecules =
                Files.isDirectory(source) ? DrugLike.choose(source, count) : last(source, count);
        for (IAtomContainer molecule : molecules) {
            try {
                builder.build(molecule, thorough ? 0 : 1);
                built++;
            } catch (LowlandException e) {
                System.out.println(Smiles.canonical(molecule) + ": " + e.getMessage());
            }
        }
        System.out.println(built + " of " + molecules.size() + " built, "
                + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
    }

    private static List<IAtomContainer> last(Path file, int count) {
        List<IAtomContainer> all = new ArrayList<>();
        try (SmilesReader reader = SmilesReader.open(file)) {
            while (reader.hasNext()) {
                MoleculeRecord record = reader.next();
                all.add(Flat.complete(record.molecule()));
            }
        }
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
