package org.lowland.potential.distill.species;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.topology.BondGraph;
import org.openscience.cdk.config.Elements;

/**
 * Reads the geometry files of the SPICE data set (Eastman et al., Scientific Data 10, 11, 2023): for each entry a SMILES
 * whose atom maps give the order of the atoms, and conformations in nanometres.
 */
final class SpiceStructures {
    private static final double NANOMETRE = 10.0;
    private static final Pattern MAPPED = Pattern.compile("\\[[0-9]*([A-Za-z][a-z]?)[^\\]:]*:([0-9]+)\\]");
    private static final Pattern MAP = Pattern.compile(":[0-9]+\\]");

    /**
     * One molecule of a file.
     *
     * @param species what it is
     * @param conformations its structures
     */
    record Monomer(Species species, List<AtomicSystem> conformations) {}

    /**
     * Several molecules together.
     *
     * @param molecules what they are, in the order of the SMILES
     * @param atoms of each molecule, indices from 0
     * @param structures of them all
     */
    record Mixture(List<Species> molecules, List<int[]> atoms, List<AtomicSystem> structures) {}

    /** An entry as it stands in a file. */
    private record Entry(String mapped, float[][][] nanometres) {}

    private SpiceStructures() {}

    /**
     * The single molecules that pass a filter.
     *
     * @param file HDF5, a group for each molecule
     * @param filter what is let through
     * @return the molecules in the order of the file
     */
    static List<Monomer> monomers(Path file, ChemistryFilter filter) {
        List<Monomer> monomers = new ArrayList<>();
        for (Entry entry : read(file)) {
            filter.accept(unmapped(entry.mapped()))
                    .ifPresent(species -> monomers.add(new Monomer(species, systems(entry))));
        }
        return monomers;
    }

    /**
     * The mixtures of which each molecule passes a filter.
     *
     * @param file HDF5, a group for each mixture
     * @param filter what is let through
     * @return the mixtures in the order of the file
     */
    static List<Mixture> mixtures(Path file, ChemistryFilter filter) {
        List<Mixture> mixtures = new ArrayList<>();
        for (Entry entry : read(file)) {
            List<Species> molecules = new ArrayList<>();
            List<int[]> atoms = new ArrayList<>();
            String[] parts = entry.mapped().split("\\.");
            for (String part : parts) {
                filter.accept(unmapped(part)).ifPresent(molecules::add);
                Matcher matcher = MAPPED.matcher(part);
                atoms.add(matcher.results()
                        .mapToInt(match -> Integer.parseInt(match.group(2)) - 1)
                        .toArray());
            }
            if (molecules.size() == parts.length) {
                mixtures.add(new Mixture(molecules, atoms, systems(entry)));
            }
        }
        return mixtures;
    }

    private static String unmapped(String mapped) {
        return MAP.matcher(mapped).replaceAll("]");
    }

    private static List<Entry> read(Path file) {
        try (HdfFile hdf = new HdfFile(file)) {
            List<Entry> entries = new ArrayList<>();
            for (Node node : hdf) {
                Group group = (Group) node;
                String mapped = String.valueOf(
                        ((Object[]) group.getDatasetByPath("smiles").getData())[0]);
                entries.add(new Entry(mapped, (float[][][])
                        group.getDatasetByPath("conformations").getData()));
            }
            return entries;
        } catch (HdfException e) {
            throw new InputException("The structures in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<AtomicSystem> systems(Entry entry) {
        float[][][] nanometres = entry.nanometres();
        int[] numbers = new int[nanometres[0].length];
        Matcher atoms = MAPPED.matcher(entry.mapped());
        while (atoms.find()) {
            String symbol = atoms.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                    + atoms.group(1).substring(1);
            numbers[Integer.parseInt(atoms.group(2)) - 1] =
                    Elements.ofString(symbol).number();
        }
        List<AtomicSystem> systems = new ArrayList<>();
        for (float[][] conformation : nanometres) {
            double[] positions = new double[3 * numbers.length];
            for (int k = 0; k < positions.length; k++) {
                positions[k] = NANOMETRE * conformation[k / 3][k % 3];
            }
            systems.add(bonded(AtomicSystem.of(numbers, positions)));
        }
        return systems;
    }

    /** With the bonds that the distances show, for the later distortions to know them. */
    static AtomicSystem bonded(AtomicSystem system) {
        return system.toBuilder().bonds(BondGraph.of(system).pairs()).build();
    }
}
