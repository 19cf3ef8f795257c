package org.lowland.io.format.roundtrip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.vecmath.Point3d;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.AtomColumn;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SdfTag;
import org.lowland.io.format.Structure;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.interfaces.IStereoElement;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.stereo.StereoElementFactory;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/** What a structure says, in a form that does not depend on the order of its atoms. */
final class Facts {
    private final Structure structure;

    Facts(Structure structure) {
        this.structure = structure;
    }

    /** Distances between all atoms by pair of elements, ascending; none where an atom has no place in space. */
    Map<String, List<Double>> distances() {
        int[] numbers = numbers();
        double[] places = places();
        Map<String, List<Double>> distances = new TreeMap<>();
        for (int i = 0; i < numbers.length && places.length > 0; i++) {
            distances.computeIfAbsent(String.valueOf(numbers[i]), none -> new ArrayList<>());
            for (int j = 0; j < i; j++) {
                double x = places[3 * i] - places[3 * j];
                double y = places[3 * i + 1] - places[3 * j + 1];
                double z = places[3 * i + 2] - places[3 * j + 2];
                String pair = Math.min(numbers[i], numbers[j]) + "-" + Math.max(numbers[i], numbers[j]);
                distances.computeIfAbsent(pair, none -> new ArrayList<>()).add(Math.sqrt(x * x + y * y + z * z));
            }
        }
        distances.values().forEach(Collections::sort);
        return distances;
    }

    /** For each atom its element and those of its neighbours. */
    List<String> bonds() {
        return atoms(atom -> {
            List<Integer> neighbours = new ArrayList<>();
            atom.neighbors().forEach(neighbour -> neighbours.add(neighbour.getAtomicNumber()));
            Collections.sort(neighbours);
            return neighbours.toString();
        });
    }

    /** For each atom the sum of the orders of its bonds, which is the same in all Kekulé structures. */
    List<String> orders() {
        return atoms(atom -> {
            int sum = 0;
            for (IBond bond : atom.bonds()) {
                sum += bond.getOrder() == null ? 0 : bond.getOrder().numeric();
            }
            return atom.getBondCount() + " " + sum;
        });
    }

    List<String> charges() {
        return atoms(atom -> atom.getFormalCharge() == null || atom.getFormalCharge() == 0
                ? null
                : atom.getBondCount() + " " + atom.getFormalCharge());
    }

    List<String> isotopes() {
        return atoms(atom -> atom.getMassNumber() == null ? null : String.valueOf(atom.getMassNumber()));
    }

    List<String> radicals() {
        return atoms(atom -> {
            int electrons = atom.getContainer().getConnectedSingleElectronsCount(atom);
            return electrons == 0 ? null : atom.getBondCount() + " " + electrons;
        });
    }

    int netCharge() {
        if (structure instanceof LabelledFrame frame) {
            return frame.system().charge();
        }
        int charge = 0;
        for (IAtom atom : molecule().orElseThrow().atoms()) {
            charge += atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
        }
        return charge;
    }

    int multiplicity() {
        return structure instanceof LabelledFrame frame
                ? frame.system().multiplicity()
                : molecule().orElseThrow().getSingleElectronCount() + 1;
    }

    /** The isomeric SMILES, with the stereo elements counted by class, since SMILES has no place for some of them. */
    String stereo() {
        if (molecule().isEmpty()) {
            return "";
        }
        Map<String, Integer> classes = new TreeMap<>();
        for (IStereoElement<?, ?> element : molecule().get().stereoElements()) {
            classes.merge(element.getClass().getSimpleName(), 1, Integer::sum);
        }
        try {
            IAtomContainer heavy = AtomContainerManipulator.copyAndSuppressedHydrogens(
                    molecule().get());
            heavy.atoms().forEach(atom -> atom.setMassNumber(null));
            return classes + " "
                    + new SmilesGenerator(SmiFlavor.StereoTetrahedral
                                    | SmiFlavor.StereoCisTrans
                                    | SmiFlavor.StereoExTetrahedral
                                    | SmiFlavor.StereoExCisTrans
                                    | SmiFlavor.Canonical
                                    | SmiFlavor.Stereo)
                            .create(heavy);
        } catch (CDKException e) {
            return classes + " " + e.getMessage();
        }
    }

    /** The same; of bare atoms the stereo that their places give the bonds of another structure of the same atoms. */
    String stereoOf(Structure other) {
        if (molecule().isPresent() || !(other instanceof MoleculeRecord bonded)) {
            return stereo();
        }
        int[] numbers = numbers();
        double[] places = places();
        int[] others = bonded.molecule().getAtomCount() == numbers.length ? new Facts(other).numbers() : new int[0];
        if (!Arrays.equals(numbers, others)) {
            return "another order of the atoms";
        }
        IAtomContainer copy = Molecules.withPositions(bonded.molecule(), AtomicSystem.of(numbers, places));
        copy.setStereoElements(StereoElementFactory.using3DCoordinates(copy).createAll());
        return new Facts(MoleculeRecord.of("", copy)).stereo();
    }

    /** Lengths and angles, and along which vectors space repeats; nothing without a cell. */
    double[] cell() {
        Optional<Cell> cell =
                structure instanceof LabelledFrame frame ? frame.system().cell() : Optional.empty();
        if (cell.isEmpty()) {
            return new double[0];
        }
        double[] products = new double[9];
        for (int a = 0; a < 3; a++) {
            for (int b = a; b < 3; b++) {
                for (int axis = 0; axis < 3; axis++) {
                    products[a + b + (a == 2 || b == 2 && a == 1 ? 1 : 0)] +=
                            cell.get().component(a, axis) * cell.get().component(b, axis);
                }
            }
            products[6 + a] = cell.get().isPeriodic(a) ? 1 : 0;
        }
        return products;
    }

    String title() {
        return structure.title();
    }

    List<String> properties() {
        List<String> properties = new ArrayList<>();
        if (structure instanceof MoleculeRecord molecule) {
            for (SdfTag tag : molecule.tags()) {
                if (!tag.name().equals(Conversion.ENERGY)) {
                    properties.add(tag.name() + "=" + tag.value());
                }
            }
        } else {
            ((LabelledFrame) structure).info().forEach((key, value) -> {
                if (!List.of("name", "energy", "stress", Conversion.ENERGY).contains(key)) {
                    properties.add(key + "=" + value);
                }
            });
        }
        Collections.sort(properties);
        return properties;
    }

    List<String> columns() {
        List<String> columns = new ArrayList<>();
        if (structure instanceof LabelledFrame frame) {
            for (AtomColumn column : frame.columns()) {
                if (!column.name().equals("forces")) {
                    columns.add(column.type() == 'R' ? numeric(column).toString() : column.toString());
                }
            }
        }
        return columns;
    }

    private static AtomColumn numeric(AtomColumn column) {
        List<String> values = column.values().stream()
                .map(value -> Double.toString(Double.parseDouble(value)))
                .toList();
        return new AtomColumn(column.name(), column.type(), column.width(), values);
    }

    List<String> fixed() {
        List<String> fixed = new ArrayList<>();
        if (structure instanceof LabelledFrame frame) {
            AtomicSystem system = frame.system();
            for (int atom = 0; atom < system.size(); atom++) {
                fixed.add(system.atomicNumber(atom) + (system.isFixed(atom) ? " fixed" : ""));
            }
        }
        Collections.sort(fixed);
        return fixed;
    }

    double[] energy() {
        if (structure instanceof LabelledFrame frame && frame.energy().isPresent()) {
            return new double[] {frame.energy().getAsDouble()};
        }
        Optional<String> tag = structure instanceof MoleculeRecord molecule
                ? molecule.tag(Conversion.ENERGY)
                : Optional.ofNullable(((LabelledFrame) structure).info().get(Conversion.ENERGY));
        return tag.map(text -> new double[] {Double.parseDouble(text)}).orElse(new double[0]);
    }

    double[] forces() {
        return structure instanceof LabelledFrame frame ? frame.forces().orElse(new double[0]) : new double[0];
    }

    double[] stress() {
        return structure instanceof LabelledFrame frame && frame.evaluation().isPresent()
                ? frame.evaluation().get().stress().orElse(new double[0])
                : new double[0];
    }

    private Optional<IAtomContainer> molecule() {
        return structure instanceof MoleculeRecord molecule ? Optional.of(molecule.molecule()) : Optional.empty();
    }

    int[] numbers() {
        if (structure instanceof LabelledFrame frame) {
            return frame.system().atomicNumbers();
        }
        IAtomContainer molecule = molecule().orElseThrow();
        int[] numbers = new int[molecule.getAtomCount()];
        molecule.atoms().forEach(atom -> numbers[atom.getIndex()] = atom.getAtomicNumber());
        return numbers;
    }

    double[] places() {
        if (structure instanceof LabelledFrame frame) {
            return frame.system().positions();
        }
        IAtomContainer molecule = molecule().orElseThrow();
        double[] places = new double[3 * molecule.getAtomCount()];
        for (IAtom atom : molecule.atoms()) {
            Point3d place = atom.getPoint3d();
            if (place == null) {
                return new double[0];
            }
            places[3 * atom.getIndex()] = place.x;
            places[3 * atom.getIndex() + 1] = place.y;
            places[3 * atom.getIndex() + 2] = place.z;
        }
        return places;
    }

    private interface Saying {
        String of(IAtom atom);
    }

    private List<String> atoms(Saying saying) {
        List<String> said = new ArrayList<>();
        molecule().ifPresent(molecule -> molecule.atoms().forEach(atom -> {
            String what = saying.of(atom);
            if (what != null) {
                said.add(atom.getAtomicNumber() + ": " + what);
            }
        }));
        Collections.sort(said);
        return said;
    }
}
