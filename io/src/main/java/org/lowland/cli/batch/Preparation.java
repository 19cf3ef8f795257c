package org.lowland.cli.batch;

import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Flat;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;

/** Makes records ready for a potential: coordinates in space, charge, multiplicity, fixed atoms, constraints. Immutable. */
public final class Preparation {
    private final SystemOptions options;

    /**
     * Prepares with what was asked for.
     *
     * @param options the charge and the multiplicity of all, where they are not what the records say, the atoms that are
     *     held in place, and constraints
     */
    public Preparation(SystemOptions options) {
        this.options = options;
    }

    /**
     * A record that is ready.
     *
     * @param entry where it comes from
     * @param structure the record, with coordinates in space
     * @param system its atoms
     */
    public record Prepared(Entry entry, Structure structure, AtomicSystem system) {}

    /**
     * Prepares a record.
     *
     * @param entry the record
     * @param notes told what was done to it that its owner may want to know
     * @return the record, ready
     * @throws InputException when it cannot be read or used
     */
    public Prepared prepare(Entry entry, Consumer<String> notes) {
        entry.remarks().forEach(remark -> notes.accept(entry.located(remark)));
        if (entry.structure() instanceof LabelledFrame frame) {
            return new Prepared(entry, frame, system(frame));
        }
        MoleculeRecord molecule =
                inSpace((MoleculeRecord) entry.structure(), what -> notes.accept(entry.located(what)));
        if (Molecules.isZwitterion(molecule.molecule())) {
            notes.accept(
                    entry.located("a zwitterion or salt: potentials fitted to uncharged groups are unreliable for it;"
                            + " it is computed all the same"));
        }
        return new Prepared(entry, molecule, Molecules.toSystem(molecule.molecule(), options));
    }

    /**
     * A molecule in space: flat drawings and SMILES get hydrogens and coordinates.
     *
     * @param molecule any record of a molecule
     * @param notes told when a drawing was made three-dimensional
     * @return the record itself when it has 3D coordinates
     * @throws InputException when no coordinates can be built
     */
    public static MoleculeRecord inSpace(MoleculeRecord molecule, Consumer<String> notes) {
        if (molecule.is3d()) {
            return molecule;
        }
        if (molecule.source().isPresent()) {
            notes.accept(
                    "the structure is flat (2D): hydrogens are completed and 3D coordinates built, stereo as drawn;"
                            + " if it is meant in space, write 3D into columns 21-22 of its second line");
        }
        return molecule.replaced(ConformerBuilder.thorough().build(Flat.complete(molecule.molecule()), 0));
    }

    /** The frame's own multiplicity holds as long as its charge does. */
    private AtomicSystem system(LabelledFrame frame) {
        AtomicSystem own = frame.system();
        AtomicSystem.Builder builder =
                AtomicSystem.builder(own.atomicNumbers(), own.positions()).bonds(own.bonds());
        own.cell().ifPresent(builder::cell);
        builder.charge(options.charge().orElse(own.charge()));
        if (options.multiplicity().isPresent()) {
            builder.multiplicity(options.multiplicity().getAsInt());
        } else if (options.charge().isEmpty()) {
            builder.multiplicity(own.multiplicity());
        }
        return builder.fixed(fixed(own)).constraints(options.constraints()).build();
    }

    private boolean[] fixed(AtomicSystem system) {
        boolean[] mask = system.fixed();
        for (int atom : options.fixed()) {
            if (atom >= mask.length) {
                throw new InputException(
                        "There is no atom " + (atom + 1) + " to fix; the structure has " + mask.length);
            }
            mask[atom] = true;
        }
        return mask;
    }
}
