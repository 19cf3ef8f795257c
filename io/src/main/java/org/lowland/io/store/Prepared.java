package org.lowland.io.store;

import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Formula;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.store.document.StructureDocument;
import org.lowland.io.store.fingerprint.Fingerprint;
import org.openscience.cdk.tools.manipulator.MolecularFormulaManipulator;

/**
 * A deposit with all that its row holds, made ready before the database is asked.
 *
 * @param deposit what is stored
 * @param document of its structure
 * @param formula of its atoms, implicit hydrogens counted
 * @param energy in eV, also where there are no forces
 * @param fingerprint by which duplicates are found; none without coordinates in space
 * @param fingerprintKey the cell that it lies in
 */
record Prepared(
        Deposit deposit,
        String document,
        String formula,
        Optional<Double> energy,
        Optional<byte[]> fingerprint,
        Optional<Long> fingerprintKey) {

    static Prepared of(Deposit deposit) {
        Structure structure = deposit.structure();
        Optional<AtomicSystem> system = system(structure);
        Optional<Fingerprint> fingerprint = Fingerprint.of(structure);
        return new Prepared(
                deposit,
                StructureDocument.write(structure),
                system.map(Formula::of).orElseGet(() -> formula((MoleculeRecord) structure)),
                energy(structure),
                fingerprint.map(Fingerprint::bytes),
                fingerprint.map(Fingerprint::key));
    }

    /** The atoms in space; none where they are flat, or hydrogens are left out. */
    static Optional<AtomicSystem> system(Structure structure) {
        if (structure instanceof LabelledFrame frame) {
            return Optional.of(frame.system());
        }
        try {
            MoleculeRecord molecule = (MoleculeRecord) structure;
            return molecule.is3d() && molecule.atoms() > 0
                    ? Optional.of(Molecules.toSystem(molecule.molecule()))
                    : Optional.empty();
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static String formula(MoleculeRecord record) {
        return MolecularFormulaManipulator.getString(
                MolecularFormulaManipulator.getMolecularFormula(record.molecule()));
    }

    private static Optional<Double> energy(Structure structure) {
        Optional<Double> computed = Deposit.evaluation(structure).map(Evaluation::energy);
        if (computed.isPresent()) {
            return computed;
        }
        try {
            if (structure instanceof LabelledFrame frame) {
                OptionalDouble given = frame.energy();
                return given.isPresent() ? Optional.of(given.getAsDouble()) : Optional.empty();
            }
            return ((MoleculeRecord) structure).tag(Conversion.ENERGY).map(Double::valueOf);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
