package org.lowland.jmol.minimize;

import java.util.Optional;
import javajs.util.BS;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Domain;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.jmol.JmolModel;
import org.openscience.cdk.interfaces.IAtomContainer;

/** One model that is to be minimized, with its coordinates before. Guarded by the lock of its minimization. */
final class ModelTask {
    private final JmolModel model;
    private final AtomicSystem system;
    private final OptimizationOptions options;
    private final boolean[] fixed;
    private final double[] before;

    ModelTask(JmolModel model, AtomicSystem system, OptimizationOptions options) {
        this.model = model;
        this.system = system;
        this.options = options;
        this.fixed = system.fixed();
        this.before = model.coordinates();
    }

    JmolModel model() {
        return model;
    }

    AtomicSystem system() {
        return system;
    }

    /** When it is converged and how long it may take. */
    OptimizationOptions options() {
        return options;
    }

    /** Jmol's indices of the atoms that may move, images among them. */
    BS free() {
        BS free = model.everything();
        for (int i = free.nextSetBit(0); i >= 0; i = free.nextSetBit(i + 1)) {
            if (fixed[model.place(i).orElseThrow()]) {
                free.clear(i);
            }
        }
        return free;
    }

    void move(AtomicSystem to) {
        model.move(to.positions(), fixed);
    }

    void restore() {
        model.restore(before);
    }

    /**
     * Whether a structure still is the molecule that it was. Molecules with bonds are always judged; bare atoms in free
     * space by their distances, when the potential is one of chemistry.
     */
    Optional<Identity> identity(AtomicSystem end, Domain domain) {
        if (model.structure() instanceof MoleculeRecord molecule) {
            IAtomContainer start = molecule.molecule();
            return Optional.of(Molecules.identity(start, Molecules.withPositions(start, end)));
        }
        return domain.elements().isPresent() && !system.isPeriodic()
                ? Optional.of(Molecules.identity(Molecules.connected(system), Molecules.connected(end)))
                : Optional.empty();
    }
}
