package org.lowland.jmol.picture;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.SdfWriter;
import org.lowland.io.format.Structure;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * What is to be drawn of a structure. Bonds are those that the structure declares or, in free space, those of its
 * geometry; where atoms have more neighbours than bonds can mean, as in clusters, and in cells there are balls alone.
 *
 * @param molecule the atoms, with the bonds that are drawn
 * @param system the same atoms
 */
record Scene(IAtomContainer molecule, AtomicSystem system) {
    private static final int MOST_NEIGHBOURS = 6;
    private static final double BALL = 0.3;

    static Scene of(Structure structure) {
        if (structure instanceof MoleculeRecord molecule) {
            return new Scene(molecule.molecule(), Molecules.toSystem(molecule.molecule()));
        }
        AtomicSystem system = ((LabelledFrame) structure).system();
        return new Scene(Molecules.connected(system), system).withoutCrowds();
    }

    private Scene withoutCrowds() {
        boolean crowded = StreamSupport.stream(molecule.atoms().spliterator(), false)
                .anyMatch(atom -> atom.getBondCount() > MOST_NEIGHBOURS);
        if (crowded || system.isPeriodic()) {
            molecule.removeAllBonds();
        }
        return this;
    }

    Optional<Cell> cell() {
        return system.cell();
    }

    /** The same scene with the atoms elsewhere. */
    Scene at(double[] positions) {
        AtomicSystem moved = system.withPositions(positions);
        return new Scene(Molecules.withPositions(molecule, moved), moved);
    }

    /** The atoms and bonds in a format that Jmol reads. */
    String text() {
        StringWriter text = new StringWriter();
        try (SdfWriter writer = SdfWriter.over(text)) {
            writer.write(MoleculeRecord.of("", molecule));
            writer.commit();
        }
        return text.toString();
    }

    /** How large balls and sticks are, in Jmol's words: balls alone stand a little apart from each other. */
    String style() {
        return molecule.getBondCount() > 0 || system.size() == 1
                ? "spacefill 23%; wireframe 0.15"
                : String.format(Locale.ROOT, "wireframe off; spacefill %.3f", BALL * nearestNeighbours());
    }

    /** The median distance of atoms to their nearest neighbours, in Å. */
    private double nearestNeighbours() {
        double[] nearest = IntStream.range(0, system.size())
                .mapToDouble(i -> IntStream.range(0, system.size())
                        .filter(j -> j != i)
                        .mapToDouble(j -> distance(i, j))
                        .min()
                        .orElse(1))
                .sorted()
                .toArray();
        return nearest[nearest.length / 2];
    }

    private double distance(int i, int j) {
        double[] apart = new double[3];
        Arrays.setAll(apart, axis -> system.position(i, axis) - system.position(j, axis));
        return Math.sqrt(apart[0] * apart[0] + apart[1] * apart[1] + apart[2] * apart[2]);
    }
}
