package org.lowland.api.molecule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import javax.vecmath.Point3d;
import org.junit.jupiter.api.Assumptions;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** Molecules for the tests of this package. */
final class Structures {
    private static final Path SHARED = Path.of("..", "..", "shared");

    private Structures() {}

    /** Parses a SMILES with all hydrogens as atoms and puts the atoms where they are told. */
    static IAtomContainer smiles(String smiles, double... positions) {
        try {
            IAtomContainer molecule = new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles(smiles);
            for (int atom = 0; 3 * atom < positions.length; atom++) {
                molecule.getAtom(atom)
                        .setPoint3d(new Point3d(positions[3 * atom], positions[3 * atom + 1], positions[3 * atom + 2]));
            }
            return molecule;
        } catch (CDKException e) {
            throw new IllegalArgumentException(smiles, e);
        }
    }

    /** A shared folder or file; the test is skipped where it is not there. */
    static Path shared(String path) {
        Path found = SHARED.resolve(path);
        Assumptions.assumeTrue(Files.exists(found), () -> found.toAbsolutePath() + " is not there");
        return found;
    }

    static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static IAtomContainer sdf(Path file) {
        try (MDLV2000Reader reader = new MDLV2000Reader(Files.newBufferedReader(file))) {
            return reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
        } catch (IOException | CDKException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    /** The first frame of an XYZ file: atoms without bonds. */
    static IAtomContainer xyz(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
            for (String line :
                    lines.subList(2, 2 + Integer.parseInt(lines.get(0).strip()))) {
                String[] words = line.strip().split("\\s+");
                IAtom atom = molecule.newAtom();
                atom.setAtomicNumber(Elements.ofString(words[0]).number());
                atom.setPoint3d(new Point3d(
                        Double.parseDouble(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3])));
            }
            return molecule;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static IAtomContainer rattled(IAtomContainer molecule, double amplitude, long seed) {
        Random random = new Random(seed);
        return mapped(molecule, x -> x + amplitude * random.nextGaussian());
    }

    static IAtomContainer mirrored(IAtomContainer molecule) {
        AtomicSystem system = Molecules.toSystem(molecule);
        double[] positions = system.positions();
        for (int k = 0; k < positions.length; k += 3) {
            positions[k] = -positions[k];
        }
        return Molecules.withPositions(molecule, system.withPositions(positions));
    }

    static IAtomContainer moved(IAtomContainer molecule, int atom, double dx, double dy, double dz) {
        AtomicSystem system = Molecules.toSystem(molecule);
        double[] positions = system.positions();
        positions[3 * atom] += dx;
        positions[3 * atom + 1] += dy;
        positions[3 * atom + 2] += dz;
        return Molecules.withPositions(molecule, system.withPositions(positions));
    }

    private static IAtomContainer mapped(IAtomContainer molecule, DoubleUnaryOperator change) {
        AtomicSystem system = Molecules.toSystem(molecule);
        double[] positions = Arrays.stream(system.positions()).map(change).toArray();
        return Molecules.withPositions(molecule, system.withPositions(positions));
    }
}
