package org.lowland.io.bonds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.lowland.api.InputException;
import org.lowland.io.build3d.Smiles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Drug-like molecules of published lists: half as they are written, half charged, the few that are written so and others
 * after {@link Ionization}. The same for the same lists and count.
 */
public final class DrugLike {
    private static final int MOST_HEAVY_ATOMS = 60;
    private static final List<String> LISTS =
            List.of("BBBP.csv", "Lipophilicity.csv", "SAMPL.csv", "delaney-processed.csv");

    private DrugLike() {}

    public static List<IAtomContainer> choose(Path folder, int count) {
        List<String> all = new ArrayList<>(smiles(folder));
        Collections.shuffle(all, new Random(1));
        List<IAtomContainer> neutral = new ArrayList<>();
        List<IAtomContainer> charged = new ArrayList<>();
        for (String smiles : all) {
            if (smiles.matches(".*[+-]\\d?].*")) {
                read(smiles).stream().filter(molecule -> charge(molecule) != 0).forEach(charged::add);
            }
        }
        for (String smiles : all) {
            List<IAtomContainer> read = neutral.size() + charged.size() < count ? read(smiles) : List.of();
            if (read.isEmpty() || charge(read.get(0)) != 0) {
                continue;
            }
            boolean ionized = charged.size() < neutral.size() && Ionization.apply(read.get(0));
            if (ionized && charge(read.get(0)) != 0) {
                charged.add(read.get(0));
            } else {
                neutral.add(read.get(0));
            }
        }
        List<IAtomContainer> chosen = new ArrayList<>();
        for (int k = 0; k < Math.max(neutral.size(), charged.size()); k++) {
            chosen.addAll(neutral.subList(Math.min(k, neutral.size()), Math.min(k + 1, neutral.size())));
            chosen.addAll(charged.subList(Math.min(k, charged.size()), Math.min(k + 1, charged.size())));
        }
        return chosen.subList(0, Math.min(count, chosen.size()));
    }

    static int charge(IAtomContainer molecule) {
        int charge = 0;
        for (IAtom atom : molecule.atoms()) {
            charge += atom.getFormalCharge();
        }
        return charge;
    }

    private static Set<String> smiles(Path folder) {
        Set<String> found = new LinkedHashSet<>();
        for (String list : LISTS) {
            try {
                List<String> lines = Files.readAllLines(folder.resolve(list));
                int column = List.of(lines.get(0).split(",")).indexOf("smiles");
                for (String line : lines.subList(1, lines.size())) {
                    String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
                    found.add(cells[column].strip());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** One molecule of one fragment, or none. */
    private static List<IAtomContainer> read(String smiles) {
        if (smiles.contains(".")) {
            return List.of();
        }
        try {
            IAtomContainer molecule = Smiles.parse(smiles);
            int heavy = 0;
            for (IAtom atom : molecule.atoms()) {
                heavy += atom.getAtomicNumber() > 1 ? 1 : 0;
            }
            return heavy <= MOST_HEAVY_ATOMS ? List.of(molecule) : List.of();
        } catch (InputException e) {
            // a few lines of the lists are broken
            return List.of();
        }
    }
}
