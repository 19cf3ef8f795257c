package org.lowland.io.format.crystal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.AtomsBuilder;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.Structure;

/**
 * mmCIF: every model of a block is a structure of bare atoms in Å, of alternate locations the first of each atom. The cell
 * of the crystal is not kept, since a deposited model does not fill it.
 */
final class MacromolecularCif {
    private static final String SITE = "_atom_site.";

    private MacromolecularCif() {}

    static List<Structure> structures(CifText text, Consumer<String> remarks) {
        List<String> x = text.column(SITE + "cartn_x");
        List<String> y = text.column(SITE + "cartn_y");
        List<String> z = text.column(SITE + "cartn_z");
        List<String> types = text.column(SITE + "type_symbol");
        List<String> models = text.column(SITE + "pdbx_pdb_model_num");
        List<String> alternates = text.column(SITE + "label_alt_id");
        List<String> charges = text.column(SITE + "pdbx_formal_charge");
        if (y.size() != x.size() || z.size() != x.size() || types.size() != x.size()) {
            throw new InputException("_atom_site needs type_symbol, Cartn_x, Cartn_y and Cartn_z for every atom");
        }
        Map<String, AtomsBuilder> atoms = new LinkedHashMap<>();
        Map<String, Integer> charge = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (int site = 0; site < x.size(); site++) {
            String model = site < models.size() ? models.get(site) : "1";
            boolean alternate = site < alternates.size() && !CifText.isUnknown(alternates.get(site));
            if (alternate && !seen.add(model + identity(text, site))) {
                remarks.accept("of alternate locations the first is taken: the others are left out");
                continue;
            }
            String what = "a coordinate of atom " + (site + 1);
            atoms.computeIfAbsent(model, k -> new AtomsBuilder())
                    .add(
                            CifSite.element(types.get(site)),
                            CifText.number(x.get(site), what),
                            CifText.number(y.get(site), what),
                            CifText.number(z.get(site), what));
            if (site < charges.size() && !CifText.isUnknown(charges.get(site))) {
                charge.merge(model, (int) CifText.number(charges.get(site), "the charge of an atom"), Integer::sum);
            }
        }
        if (!text.column("_cell.length_a").isEmpty()) {
            remarks.accept("the atoms of a deposited model do not fill its cell: the cell is left out");
        }
        List<Structure> structures = new ArrayList<>();
        for (Map.Entry<String, AtomsBuilder> model : atoms.entrySet()) {
            AtomicSystem system = model.getValue()
                    .system(Optional.empty())
                    .charge(charge.getOrDefault(model.getKey(), 0))
                    .build();
            LabelledFrame frame = LabelledFrame.of(system);
            structures.add(text.title().isEmpty() ? frame : frame.with("name", text.title()));
        }
        return structures;
    }

    private static String identity(CifText text, int site) {
        StringBuilder identity = new StringBuilder();
        for (String name : List.of("label_atom_id", "label_asym_id", "label_seq_id", "auth_seq_id")) {
            List<String> column = text.column(SITE + name);
            identity.append('|').append(site < column.size() ? column.get(site) : "");
        }
        return identity.toString();
    }
}
