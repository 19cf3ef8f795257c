package org.lowland.io.format.crystal;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.Block;
import org.lowland.io.format.cell.CoincidentAtoms;

/**
 * A site of the asymmetric unit.
 *
 * @param label as the file calls it
 * @param element its atomic number
 * @param place three fractions
 */
record CifSite(String label, int element, double[] place) {
    private static final double FULL = 0.999;

    static List<CifSite> all(CifText text) {
        List<String> labels = text.column("_atom_site_label", "_atom_site.label");
        List<String> types = text.column("_atom_site_type_symbol", "_atom_site.type_symbol");
        List<String> occupancies = text.column("_atom_site_occupancy", "_atom_site.occupancy");
        List<List<String>> fractions = new ArrayList<>();
        for (String axis : List.of("x", "y", "z")) {
            fractions.add(text.column("_atom_site_fract_" + axis, "_atom_site.fract_" + axis));
        }
        requireOneArrangement(text.column("_atom_site_disorder_group", "_atom_site.disorder_group"));
        List<CifSite> sites = new ArrayList<>();
        for (int site = 0; site < fractions.get(0).size(); site++) {
            String label = site < labels.size() ? labels.get(site) : "site " + (site + 1);
            if (site < occupancies.size() && !CifText.isUnknown(occupancies.get(site))) {
                requireFull(label, CifText.number(occupancies.get(site), "the occupancy of " + label));
            }
            double[] place = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                List<String> column = fractions.get(axis);
                if (site >= column.size()) {
                    throw new InputException("a coordinate of " + label + " is missing; give all three");
                }
                place[axis] = CifText.number(column.get(site), "the " + "xyz".charAt(axis) + " coordinate of " + label);
            }
            sites.add(new CifSite(label, element(site < types.size() ? types.get(site) : label), place));
        }
        return sites;
    }

    private static void requireOneArrangement(List<String> groups) {
        List<String> named = groups.stream()
                .filter(group -> !CifText.isUnknown(group) && !group.equals("0"))
                .distinct()
                .toList();
        if (named.size() > 1) {
            throw new InputException("the crystal is disordered: its sites belong to the groups "
                    + String.join(" and ", named) + " (_atom_site_disorder_group); choose one of them");
        }
    }

    private static void requireFull(String label, double occupancy) {
        if (occupancy < FULL) {
            throw new InputException("the site " + label + " is occupied to " + occupancy
                    + " only: the crystal is disordered; choose one of its arrangements and give whole atoms");
        }
    }

    /** The element of a symbol with an oxidation state, Fe3+, or of a label, Fe1 or C12A. */
    static int element(String text) {
        String letters = text.replaceAll("^([A-Za-z]*).*", "$1");
        if (letters.length() >= 2 && (Character.isLowerCase(letters.charAt(1)) || letters.length() == text.length())) {
            int element = Block.elementOrZero(letters.substring(0, 2));
            if (element > 0) {
                return element;
            }
        }
        int element = letters.isEmpty() ? 0 : Block.elementOrZero(letters.substring(0, 1));
        if (element == 0 && letters.length() >= 2) {
            element = Block.elementOrZero(letters.substring(0, 2));
        }
        if (element == 0) {
            throw new InputException("'" + text + "' is not an element; give its symbol (_atom_site_type_symbol)");
        }
        return element;
    }

    /** Its images in one cell, each once; the first is the site as it is given, where the identity comes first. */
    List<double[]> images(List<SymmetryOperation> operations, Cell cell) {
        List<double[]> images = new ArrayList<>();
        for (SymmetryOperation operation : operations) {
            double[] image = operation.apply(place);
            if (!operation.isIdentity()) {
                for (int axis = 0; axis < 3; axis++) {
                    image[axis] -= Math.floor(image[axis]);
                }
            }
            if (images.stream().noneMatch(known -> isSame(known, image, cell))) {
                images.add(image);
            }
        }
        return images;
    }

    private static boolean isSame(double[] one, double[] other, Cell cell) {
        double[] apart = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double difference = one[axis] - other[axis];
            apart[axis] = difference - Math.rint(difference);
        }
        double[] vector = AtomsBuilder.cartesian(cell, apart);
        return vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]
                < CoincidentAtoms.SAME * CoincidentAtoms.SAME;
    }
}
