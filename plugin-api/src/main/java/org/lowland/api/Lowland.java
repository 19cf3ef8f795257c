package org.lowland.api;

import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendId;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.spi.Providers;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * The façade for users of CDK: a molecule goes in, the same molecule at lower energy comes out.
 *
 * <p>The static methods load the potential and close it again; for more than one molecule, {@link #open} it once. All of
 * it is thread-safe, as long as no two threads work on the same molecule.
 */
public final class Lowland {
    /** The optimizer where none is named: internal coordinates for molecules, L-BFGS for what they do not suit. */
    public static final String DEFAULT_OPTIMIZER = "rfo";

    /** What is used where nothing is named: the default optimizer on the shipped potential for organic molecules. */
    public static final String DEFAULT_BACKEND = DEFAULT_OPTIMIZER + "@organic";

    private Lowland() {}

    /**
     * Relaxes a molecule on the {@link #DEFAULT_BACKEND}.
     *
     * @param molecule with 3D coordinates (Å) and all hydrogens as atoms; it is not changed
     * @return the relaxed copy; look at {@link OptimizedMolecule#converged} and {@link OptimizedMolecule#identity}
     * @throws InputException when the molecule lacks coordinates or hydrogens, naming the atom
     * @throws UnsupportedException when the potential does not cover it, naming the element or charge
     * @throws BackendException when the potential cannot be loaded or the computation breaks
     */
    public static OptimizedMolecule optimize(IAtomContainer molecule) {
        return optimize(molecule, DEFAULT_BACKEND, OptimizationOptions.defaults());
    }

    /**
     * Relaxes a molecule.
     *
     * @param molecule with 3D coordinates (Å) and all hydrogens as atoms; it is not changed
     * @param backend {@code optimizer@potential}, each with its options, for example {@code rfo@ani-2x?path=/x}
     * @param options when it is converged and how long it may go on
     * @return the relaxed copy; look at {@link OptimizedMolecule#converged} and {@link OptimizedMolecule#identity}
     * @throws InputException as {@link #optimize(IAtomContainer)}, and when the backend is not known
     * @throws UnsupportedException as {@link #optimize(IAtomContainer)}
     * @throws BackendException as {@link #optimize(IAtomContainer)}
     */
    public static OptimizedMolecule optimize(IAtomContainer molecule, String backend, OptimizationOptions options) {
        try (MoleculeOptimizer optimizer = open(backend)) {
            return optimizer.optimize(molecule, SystemOptions.none(), options);
        }
    }

    /**
     * Loads a backend for many molecules.
     *
     * @param backend {@code optimizer@potential}, each with its options
     * @return the optimizer on its potential, which the caller closes
     * @throws InputException when the backend or one of its options is not known, with the list of the known ones
     * @throws BackendException when the potential cannot be loaded
     */
    public static MoleculeOptimizer open(String backend) {
        BackendId id = BackendId.parse(backend);
        return new MoleculeOptimizer(optimizer(id.optimizer()), potential(id.potential()));
    }

    /**
     * Loads a potential.
     *
     * @param spec its id and options
     * @return the potential, which the caller closes
     * @throws InputException when the potential or one of its options is not known, with the list of the known ones
     * @throws BackendException when it cannot be loaded
     */
    public static Potential potential(BackendSpec spec) {
        PotentialProvider provider = Providers.potentials().get(spec.id());
        return provider.create(Options.parse(provider, spec.options()));
    }

    /**
     * Makes an optimizer.
     *
     * @param spec its id and options
     * @return the optimizer
     * @throws InputException when the optimizer or one of its options is not known, with the list of the known ones
     */
    public static GeometryOptimizer optimizer(BackendSpec spec) {
        OptimizerProvider provider = Providers.optimizers().get(spec.id());
        return provider.create(Options.parse(provider, spec.options()));
    }
}
