package org.lowland.api;

import java.util.ArrayList;
import java.util.List;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * An optimizer on a loaded potential, for many molecules: {@link Lowland#open} makes one. Molecules that are given
 * together are evaluated in batches.
 *
 * <p>Thread-safe, as long as no two threads give it the same molecule. Close it to release the potential; results stay
 * valid.
 */
public final class MoleculeOptimizer implements AutoCloseable {
    private final GeometryOptimizer optimizer;
    private final Potential potential;

    /**
     * An optimizer on a potential.
     *
     * @param optimizer what moves the atoms
     * @param potential what evaluates them, closed together with this
     */
    public MoleculeOptimizer(GeometryOptimizer optimizer, Potential potential) {
        this.optimizer = optimizer;
        this.potential = potential;
    }

    /** {@return what evaluates the atoms; closed together with this} */
    public Potential potential() {
        return potential;
    }

    /**
     * Relaxes one molecule with {@link OptimizationOptions#defaults()}.
     *
     * @param molecule with 3D coordinates (Å) and all hydrogens as atoms; it is not changed
     * @return the relaxed copy; look at {@link OptimizedMolecule#converged} and {@link OptimizedMolecule#identity}
     * @throws InputException as {@link #optimize(IAtomContainer, SystemOptions, OptimizationOptions)}
     * @throws UnsupportedException as there
     * @throws BackendException as there
     */
    public OptimizedMolecule optimize(IAtomContainer molecule) {
        return optimize(molecule, SystemOptions.none(), OptimizationOptions.defaults());
    }

    /**
     * Relaxes one molecule.
     *
     * @param molecule with 3D coordinates (Å) and all hydrogens as atoms; it is not changed
     * @param system its charge and multiplicity, where they are not what the molecule says, its fixed atoms and its
     *     constraints
     * @param options when it is converged and how long it may go on
     * @return the relaxed copy; look at {@link OptimizedMolecule#converged} and {@link OptimizedMolecule#identity}
     * @throws InputException when the molecule cannot be read, see {@link Molecules#toSystem(IAtomContainer,
     *     SystemOptions)}
     * @throws UnsupportedException when the potential does not cover it, naming the element or charge
     * @throws BackendException when the computation breaks
     */
    public OptimizedMolecule optimize(IAtomContainer molecule, SystemOptions system, OptimizationOptions options) {
        AtomicSystem start = Molecules.toSystem(molecule, system);
        potential.domain().check(potential.id(), start);
        OptimizationResult result = loop(options).run(start);
        if (result.reason() == StopReason.FAILED) {
            throw new BackendException(result.message().orElse("The optimization failed"));
        }
        return optimized(molecule, result);
    }

    /**
     * Relaxes molecules with {@link OptimizationOptions#defaults()}.
     *
     * @param molecules as for {@link #optimize(List, OptimizationOptions)}
     * @return as {@link #optimize(List, OptimizationOptions)}
     * @throws InputException as {@link #optimize(List, OptimizationOptions)}
     */
    public List<OptimizedMolecule> optimize(List<? extends IAtomContainer> molecules) {
        return optimize(molecules, OptimizationOptions.defaults());
    }

    /**
     * Relaxes molecules. One that fails on the way does not stop the others: its result says {@link StopReason#FAILED}
     * and why.
     *
     * @param molecules with 3D coordinates (Å) and all hydrogens as atoms, any number; they are not changed
     * @param options when each is converged and how long it may go on
     * @return the relaxed copies in the same order
     * @throws InputException when a molecule cannot be read, naming its number; nothing is computed then
     */
    public List<OptimizedMolecule> optimize(List<? extends IAtomContainer> molecules, OptimizationOptions options) {
        List<AtomicSystem> starts = new ArrayList<>();
        for (IAtomContainer molecule : molecules) {
            try {
                starts.add(Molecules.toSystem(molecule));
            } catch (InputException e) {
                throw new InputException("Molecule " + (starts.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        List<OptimizationResult> results = loop(options).run(starts);
        List<OptimizedMolecule> optimized = new ArrayList<>();
        for (int k = 0; k < results.size(); k++) {
            optimized.add(optimized(molecules.get(k), results.get(k)));
        }
        return optimized;
    }

    private OptimizationLoop loop(OptimizationOptions options) {
        return OptimizationLoop.builder(optimizer, potential).options(options).build();
    }

    private static OptimizedMolecule optimized(IAtomContainer molecule, OptimizationResult result) {
        IAtomContainer moved = Molecules.withPositions(molecule, result.system());
        Identity identity = Molecules.identity(molecule, moved);
        return new OptimizedMolecule(moved, result, identity);
    }

    @Override
    public void close() {
        potential.close();
    }
}
