package org.lowland.io.format.roundtrip;

import java.util.ArrayList;
import java.util.List;
import javax.vecmath.Point3d;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** Atoms with two to six ligands in every geometry that CDK has a stereo element for, both hands or all isomers. */
final class Complexes {
    private static final double[][] SQUARE = {{1, 0, 0}, {0, 1, 0}, {-1, 0, 0}, {0, -1, 0}};
    private static final double[][] BIPYRAMID = {{0, 0, 1}, {1, 0, 0}, {-0.5, 0.866, 0}, {-0.5, -0.866, 0}, {0, 0, -1}};
    private static final double[][] OCTAHEDRON = {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {-1, 0, 0}, {0, -1, 0}, {0, 0, -1}};
    private static final double[][] TETRAHEDRON = {
        {0.577, 0.577, 0.577}, {-0.577, -0.577, 0.577}, {-0.577, 0.577, -0.577}, {0.577, -0.577, -0.577}
    };
    private static final int F = 9;
    private static final int CL = 17;
    private static final int BR = 35;
    private static final int I = 53;
    private static final int H = 1;
    private static final int AT = 85;

    private Complexes() {}

    static List<Sample> all() {
        List<Sample> samples = new ArrayList<>();
        add(samples, "square-planar", 78, -2, SQUARE, F, CL, BR, I);
        add(samples, "square-planar", 78, -2, SQUARE, F, BR, CL, I);
        add(samples, "square-planar", 46, -2, SQUARE, CL, CL, BR, BR);
        add(samples, "square-planar", 46, -2, SQUARE, CL, BR, CL, BR);
        add(samples, "trigonal-bipyramidal", 15, 0, BIPYRAMID, F, CL, BR, I, H);
        add(samples, "trigonal-bipyramidal", 15, 0, BIPYRAMID, F, CL, I, BR, H);
        add(samples, "trigonal-bipyramidal", 26, 0, BIPYRAMID, CL, F, BR, I, F);
        add(samples, "octahedral", 27, -3, OCTAHEDRON, F, CL, BR, I, H, AT);
        add(samples, "octahedral", 27, -3, OCTAHEDRON, F, CL, BR, H, I, AT);
        add(samples, "octahedral", 78, -2, OCTAHEDRON, F, F, CL, CL, BR, BR);
        add(samples, "octahedral", 78, -2, OCTAHEDRON, F, CL, F, BR, CL, BR);
        add(samples, "tetrahedral metal", 50, 0, TETRAHEDRON, F, CL, BR, I);
        add(samples, "tetrahedral metal", 50, 0, TETRAHEDRON, CL, F, BR, I);
        return samples;
    }

    private static void add(
            List<Sample> samples, String kind, int centre, int charge, double[][] directions, int... ligands) {
        IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
        atom(molecule, centre, charge, 0.1, 0.2, 0.3);
        for (int k = 0; k < ligands.length; k++) {
            double length = ligands[k] == H ? 1.5 : 2 + 0.1 * k;
            double[] to = directions[k];
            atom(molecule, ligands[k], 0, 0.1 + length * to[0], 0.2 + length * to[1], 0.3 + length * to[2]);
            molecule.addBond(0, k + 1, IBond.Order.SINGLE);
        }
        String name = "c" + samples.size();
        samples.add(new Sample(name, kind, Corpus.record(name, molecule, samples.size())));
    }

    private static void atom(IAtomContainer molecule, int number, int charge, double... place) {
        IAtom atom = molecule.getBuilder().newAtom();
        atom.setAtomicNumber(number);
        atom.setImplicitHydrogenCount(0);
        atom.setFormalCharge(charge);
        atom.setPoint3d(new Point3d(place));
        molecule.addAtom(atom);
    }
}
