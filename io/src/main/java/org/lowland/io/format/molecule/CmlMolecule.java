package org.lowland.io.format.molecule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.vecmath.Point2d;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lowland.api.InputException;
import org.lowland.io.format.Block;
import org.lowland.io.format.MoleculeBuilder;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SdfTag;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;

/** One molecule of CML while it is read. Confined to one thread. */
final class CmlMolecule {
    /** Atoms that a sentence names. */
    private static final int NAMED = 5;

    private static final int MOST_HYDROGENS = 12;

    private final List<Map<String, String>> atoms = new ArrayList<>();
    private final List<Map<String, String>> bonds = new ArrayList<>();
    private final List<SdfTag> properties = new ArrayList<>();
    private String title;
    private String property = "";

    CmlMolecule(String title) {
        this.title = title;
    }

    boolean isEmpty() {
        return atoms.isEmpty();
    }

    int atoms() {
        return atoms.size();
    }

    /** Takes an element that begins; whether it was read to its end. */
    boolean begin(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> given = new HashMap<>();
        for (int k = 0; k < xml.getAttributeCount(); k++) {
            given.put(xml.getAttributeLocalName(k), xml.getAttributeValue(k));
        }
        switch (xml.getLocalName()) {
            case "atom" -> atoms.add(given);
            case "bond" -> bonds.add(given);
            case "atomArray" -> atoms.addAll(rows(given, "atomID"));
            case "bondArray" -> bonds.addAll(rows(given, "atomRef1"));
            case "property" -> property = given.getOrDefault("title", given.getOrDefault("dictRef", ""));
            case "scalar" -> {
                if (!property.isEmpty()) {
                    properties.add(SdfTag.of(property, xml.getElementText()));
                    property = "";
                    return true;
                }
            }
            case "name" -> {
                String name = xml.getElementText().strip();
                title = title.isEmpty() ? name : title;
                return true;
            }
            default -> {
                // what else there is has no place in a molecule
            }
        }
        return false;
    }

    /** Arrays of CML 2: one attribute holds the values of all. */
    private static List<Map<String, String>> rows(Map<String, String> given, String key) {
        List<Map<String, String>> rows = new ArrayList<>();
        if (!given.containsKey(key)) {
            return rows;
        }
        int count = given.get(key).strip().split("\\s+").length;
        for (int row = 0; row < count; row++) {
            rows.add(new HashMap<>());
        }
        for (Map.Entry<String, String> column : given.entrySet()) {
            String[] values = column.getValue().strip().split("\\s+");
            for (int row = 0; row < count && values.length == count; row++) {
                rows.get(row).put(column.getKey().equals("atomID") ? "id" : column.getKey(), values[row]);
            }
        }
        return rows;
    }

    MoleculeRecord record() {
        MoleculeBuilder builder = new MoleculeBuilder();
        Map<String, Integer> places = new HashMap<>();
        for (Map<String, String> atom : atoms) {
            places.put(
                    atom.getOrDefault("id", "a" + (places.size() + 1)),
                    builder.molecule().getAtomCount());
            atom(builder, atom);
        }
        for (Map<String, String> bond : bonds) {
            String both = bond.getOrDefault("atomRefs2", bond.get("atomRef1") + " " + bond.get("atomRef2"));
            String[] ends = both.strip().split("\\s+");
            if (ends.length != 2 || !places.containsKey(ends[0]) || !places.containsKey(ends[1])) {
                throw new InputException("the bond '" + both + "' does not join two atoms that are there; correct it");
            }
            builder.bond(places.get(ends[0]), places.get(ends[1]), order(bond.getOrDefault("order", "1")));
        }
        hydrogens(builder.molecule());
        MoleculeRecord record = MoleculeRecord.of(title, builder.build());
        return new MoleculeRecord(record.title(), record.molecule(), properties, record.source());
    }

    /** Hydrogens that are counted, and not atoms of their own. */
    private void hydrogens(IAtomContainer molecule) {
        for (IAtom atom : molecule.atoms()) {
            int counted = (int) number(atoms.get(atom.getIndex()), "hydrogenCount", 0);
            if (counted < 0 || counted > MOST_HYDROGENS) {
                throw new InputException("an atom cannot have " + counted + " hydrogens; correct hydrogenCount");
            }
            for (IAtom neighbour : molecule.getConnectedAtomsList(atom)) {
                counted -= neighbour.getAtomicNumber() == 1 ? 1 : 0;
            }
            atom.setImplicitHydrogenCount(Math.max(0, counted));
        }
    }

    /** What the record leaves open: charges, where it gives none at all and the bonds do not go with that. */
    List<String> doubts(MoleculeRecord record) {
        if (atoms.stream().anyMatch(atom -> atom.containsKey("formalCharge") || atom.containsKey("spinMultiplicity"))) {
            return List.of();
        }
        List<String> open = new ArrayList<>();
        for (IAtom atom : record.molecule().atoms()) {
            if (!MoleculeBuilder.isUncharged(atom)) {
                open.add(atom.getSymbol() + (atom.getIndex() + 1));
            }
        }
        if (open.isEmpty()) {
            return List.of();
        }
        String more = open.size() > NAMED ? " and " + (open.size() - NAMED) + " more" : "";
        return List.of(
                "no formal charges are given, and bonds leave open whether charges, unpaired electrons or hydrogens are"
                        + " missing (" + String.join(", ", open.subList(0, Math.min(NAMED, open.size()))) + more
                        + "); all atoms are taken as uncharged");
    }

    private static void atom(MoleculeBuilder builder, Map<String, String> given) {
        String symbol = given.getOrDefault("elementType", "");
        int element = Block.elementOrZero(symbol);
        if (element == 0) {
            throw new InputException("'" + symbol + "' is not an element; give elementType");
        }
        int charge = (int) number(given, "formalCharge", 0);
        int mass = (int) number(given, "isotopeNumber", number(given, "isotope", symbol.equals("D") ? 2 : 0));
        IAtom atom;
        if (given.containsKey("x3")) {
            double[] place = {number(given, "x3", 0), number(given, "y3", 0), number(given, "z3", 0)};
            atom = builder.atom(element, charge, mass, place);
        } else {
            atom = builder.atom(element, charge, mass);
            if (given.containsKey("x2")) {
                atom.setPoint2d(new Point2d(number(given, "x2", 0), number(given, "y2", 0)));
            }
        }
        int multiplicity = (int) number(given, "spinMultiplicity", 1);
        if (multiplicity < 1 || multiplicity > 5) {
            throw new InputException("the spin multiplicity " + multiplicity + " of an atom cannot be; correct it");
        }
        for (int electron = 1; electron < multiplicity; electron++) {
            builder.molecule().addSingleElectron(atom.getIndex());
        }
    }

    private static double number(Map<String, String> given, String key, double otherwise) {
        String text = given.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new InputException(key + " is '" + text + "', not a number; correct it", e);
        }
        throw new InputException(key + " is " + text + ", not a finite number; correct it");
    }

    private static int order(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "1", "S" -> 1;
            case "2", "D" -> 2;
            case "3", "T" -> 3;
            case "A" -> 4;
            default -> throw new InputException("a bond has the order '" + text + "'; give S, D, T or A");
        };
    }
}
