package org.lowland.potential.distill;

import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;

/**
 * Reads the geometry files of the SPICE data set (Eastman et al., Scientific Data 10, 11, 2023): for each molecule a
 * SMILES whose atom maps give the order of the atoms, and conformations in nanometres.
 */
final class SpiceMonomers {
    private static final double NANOMETRE = 10.0;
    private static final Pattern MAPPED = Pattern.compile("\\[[0-9]*([A-Za-z][a-z]?)[^\\]:]*:([0-9]+)\\]");
    private static final Pattern MAP = Pattern.compile(":[0-9]+\\]");

    /**
     * One molecule of the file.
     *
     * @param species what it is
     * @param conformations its structures
     */
    record Monomer(Species species, List<AtomicSystem> conformations) {}

    private SpiceMonomers() {}

    /**
     * The molecules that pass a filter.
     *
     * @param file HDF5, a group for each molecule
     * @param filter what is let through
     * @return the molecules in the order of the file
     */
    static List<Monomer> read(Path file, ChemistryFilter filter) {
        try (HdfFile hdf = new HdfFile(file)) {
            List<Monomer> monomers = new ArrayList<>();
            for (Node node : hdf) {
                Group group = (Group) node;
                String mapped = String.valueOf(
                        ((Object[]) group.getDatasetByPath("smiles").getData())[0]);
                Optional<Species> species = filter.accept(MAP.matcher(mapped).replaceAll("]"));
                if (species.isPresent()) {
                    float[][][] nanometres = (float[][][])
                            group.getDatasetByPath("conformations").getData();
                    monomers.add(new Monomer(species.get(), systems(mapped, nanometres)));
                }
            }
            return monomers;
        } catch (HdfException e) {
            throw new InputException("The structures in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<AtomicSystem> systems(String mapped, float[][][] nanometres) {
        int[] numbers = new int[nanometres[0].length];
        Matcher atoms = MAPPED.matcher(mapped);
        while (atoms.find()) {
            String symbol = atoms.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                    + atoms.group(1).substring(1);
            Elements element = Elements.ofString(symbol);
            numbers[Integer.parseInt(atoms.group(2)) - 1] = element.number();
        }
        List<AtomicSystem> systems = new ArrayList<>();
        for (float[][] conformation : nanometres) {
            double[] positions = new double[3 * numbers.length];
            for (int k = 0; k < positions.length; k++) {
                positions[k] = NANOMETRE * conformation[k / 3][k % 3];
            }
            systems.add(AtomicSystem.of(numbers, positions));
        }
        return systems;
    }
}
