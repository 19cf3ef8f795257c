package org.lowland.api;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.OptimizationTask;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An optimizer on a loaded potential, for many molecules: {@link Lowland#open} makes one. Molecules that are given
 * together are optimized side by side, on as many threads and in batches as large as the potential makes good use of; the
 * results are those that each has alone. What the potential's answers are not to be taken for ({@link
 * org.lowland.api.potential.Domain#caveats}) is logged once as a warning.
 *
 * <p>Thread-safe, as long as no two threads give it the same molecule. Close it to release the potential; results stay
 * valid.
 */
public final class MoleculeOptimizer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MoleculeOptimizer.class);

    private final GeometryOptimizer optimizer;
    private final Potential potential;
    private final int threads;
    private final Set<String> warned;

    /**
     * An optimizer on a potential, on as many threads as that makes good use of.
     *
     * @param optimizer what moves the atoms
     * @param potential what evaluates them, closed together with this
     */
    public MoleculeOptimizer(GeometryOptimizer optimizer, Potential potential) {
        this(optimizer, potential, potential.batching().threads(), ConcurrentHashMap.newKeySet());
    }

    private MoleculeOptimizer(GeometryOptimizer optimizer, Potential potential, int threads, Set<String> warned) {
        this.optimizer = Objects.requireNonNull(optimizer);
        this.potential = Objects.requireNonNull(potential);
        this.threads = threads;
        this.warned = warned;
    }

    /**
     * The same optimizer on another number of threads.
     *
     * @param count how many molecules are worked on at once, 1 for the calling thread alone
     * @return an optimizer on the same potential; closing either closes both
     * @throws InputException when the number is smaller than 1
     */
    public MoleculeOptimizer withThreads(int count) {
        if (count < 1) {
            throw new InputException("The number of threads is " + count + "; give 1 or more");
        }
        return new MoleculeOptimizer(optimizer, potential, count, warned);
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
        warn(start);
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
        starts.forEach(this::warn);
        List<OptimizationResult> results = loop(options).run(starts);
        List<OptimizedMolecule> optimized = new ArrayList<>();
        for (int k = 0; k < results.size(); k++) {
            optimized.add(optimized(molecules.get(k), results.get(k)));
        }
        return optimized;
    }

    /**
     * Relaxes a stream of molecules of any length in constant memory. One that cannot be read or fails on the way does
     * not stop the others: it comes back as it was, and its result says {@link StopReason#FAILED} and why; one that
     * cannot be read has a result without atoms.
     *
     * @param molecules with 3D coordinates (Å) and all hydrogens as atoms; they are not changed. Read on the calling
     *     thread, a bounded number ahead (see {@link OptimizationLoop#stream})
     * @param options when each is converged and how long it may go on
     * @param results takes the relaxed copies in the order of the stream, on the calling thread
     * @throws BackendException when the calling thread is interrupted
     */
    public void optimize(
            Iterator<? extends IAtomContainer> molecules,
            OptimizationOptions options,
            Consumer<? super OptimizedMolecule> results) {
        Iterator<MoleculeTask> tasks = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return molecules.hasNext();
            }

            @Override
            public MoleculeTask next() {
                return new MoleculeTask(molecules.next(), options, MoleculeOptimizer.this::warn);
            }
        };
        loop(options).stream(tasks, results);
    }

    private record MoleculeTask(IAtomContainer molecule, OptimizationOptions options, Consumer<AtomicSystem> started)
            implements OptimizationTask<OptimizedMolecule> {
        @Override
        public int atoms() {
            return molecule.getAtomCount();
        }

        @Override
        public AtomicSystem start() {
            AtomicSystem system = Molecules.toSystem(molecule);
            started.accept(system);
            return system;
        }

        @Override
        public OptimizedMolecule ended(OptimizationResult result) {
            return optimized(molecule, result);
        }

        @Override
        public OptimizedMolecule failed(RuntimeException failure) {
            if (!(failure instanceof LowlandException)) {
                throw failure;
            }
            return new OptimizedMolecule(molecule, OptimizationResult.failed(failure.getMessage()), Identity.KEPT);
        }
    }

    /** Logs what the potential's answers are not to be taken for, each thing once. */
    private void warn(AtomicSystem system) {
        for (String caveat : potential.domain().caveats(potential.id(), system)) {
            if (warned.add(caveat)) {
                LOG.warn(caveat);
            }
        }
    }

    private OptimizationLoop loop(OptimizationOptions options) {
        return OptimizationLoop.builder(optimizer, potential)
                .options(options)
                .threads(threads)
                .build();
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
