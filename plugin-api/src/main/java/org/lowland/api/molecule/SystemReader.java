package org.lowland.api.molecule;

import java.util.stream.IntStream;
import javax.vecmath.Point3d;
import org.lowland.api.InputException;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.CDKConstants;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/** Reads the numbers out of a CDK molecule and names the atom where they are missing. */
final class SystemReader {
    /** What CDK's readers of MDL files note on an atom with two paired electrons, beside two single electrons. */
    private static final String SINGLET_CARBENE = "DivalentSinglet";

    private final IAtomContainer molecule;

    SystemReader(IAtomContainer molecule) {
        this.molecule = molecule;
    }

    AtomicSystem read(SystemOptions options) {
        int[] numbers = atomicNumbers();
        refuseImplicitHydrogens();
        int charge = options.charge().orElseGet(this::charge);
        AtomicSystem.Builder builder = AtomicSystem.builder(numbers, positions())
                .charge(charge)
                .fixed(fixed(options))
                .constraints(options.constraints())
                .bonds(bonds());
        int radicals = unpairedElectrons();
        int electrons = IntStream.of(numbers).sum() - charge;
        if (options.multiplicity().isPresent()) {
            builder.multiplicity(options.multiplicity().getAsInt());
        } else if ((electrons - radicals) % 2 == 0) {
            builder.multiplicity(radicals + 1);
        }
        return builder.build();
    }

    int[] atomicNumbers() {
        int[] numbers = new int[molecule.getAtomCount()];
        for (int atom = 0; atom < numbers.length; atom++) {
            Integer number = molecule.getAtom(atom).getAtomicNumber();
            if (number == null || number < 1) {
                throw new InputException(describe(atom) + " is not a chemical element; replace it by a real atom");
            }
            numbers[atom] = number;
        }
        return numbers;
    }

    double[] positions() {
        double[] positions = new double[3 * molecule.getAtomCount()];
        for (int atom = 0; atom < molecule.getAtomCount(); atom++) {
            Point3d point = molecule.getAtom(atom).getPoint3d();
            if (point == null) {
                throw new InputException(
                        molecule.getAtom(atom).getPoint2d() == null
                                ? describe(atom) + " has no 3D coordinates; give a 3D structure"
                                : "The structure is 2D only (" + describe(atom)
                                        + " has no z coordinate); make a 3D structure of it first, for example from"
                                        + " its SMILES");
            }
            positions[3 * atom] = point.x;
            positions[3 * atom + 1] = point.y;
            positions[3 * atom + 2] = point.z;
        }
        return positions;
    }

    int[] bonds() {
        IntStream.Builder pairs = IntStream.builder();
        for (IBond bond : molecule.bonds()) {
            if (bond.getAtomCount() == 2) {
                pairs.add(molecule.indexOf(bond.getBegin()));
                pairs.add(molecule.indexOf(bond.getEnd()));
            }
        }
        return pairs.build().toArray();
    }

    private void refuseImplicitHydrogens() {
        for (int atom = 0; atom < molecule.getAtomCount(); atom++) {
            Integer implicit = molecule.getAtom(atom).getImplicitHydrogenCount();
            if (implicit != null && implicit > 0) {
                throw new InputException(describe(atom) + " has " + implicit + " implicit hydrogen"
                        + (implicit == 1 ? "" : "s")
                        + "; give every hydrogen as an atom with 3D coordinates (or declare a radical or a charge"
                        + " where none is missing)");
            }
        }
    }

    private int charge() {
        int sum = 0;
        for (IAtom atom : molecule.atoms()) {
            sum += formalCharge(atom);
        }
        return sum;
    }

    static int formalCharge(IAtom atom) {
        return atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
    }

    private int unpairedElectrons() {
        int count = 0;
        for (IAtom atom : molecule.atoms()) {
            boolean singlet =
                    SINGLET_CARBENE.equals(String.valueOf(atom.<Object>getProperty(CDKConstants.SPIN_MULTIPLICITY)));
            count += singlet ? 0 : molecule.getConnectedSingleElectronsCount(atom);
        }
        return count;
    }

    private boolean[] fixed(SystemOptions options) {
        boolean[] mask = new boolean[molecule.getAtomCount()];
        for (int atom : options.fixed()) {
            if (atom < 0 || atom >= mask.length) {
                throw new InputException("There is no atom " + (atom + 1) + " to fix; the molecule has " + mask.length);
            }
            mask[atom] = true;
        }
        return mask;
    }

    private String describe(int atom) {
        return "atom " + (atom + 1) + " (" + molecule.getAtom(atom).getSymbol() + ")";
    }
}
