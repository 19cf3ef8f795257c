package org.lowland.io.build3d;

import com.actelion.research.calc.ThreadMaster;
import com.actelion.research.chem.SmilesParser;
import com.actelion.research.chem.StereoMolecule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Builds three-dimensional structures of molecules with OpenChemLib's conformer generator. Immutable and thread-safe.
 *
 * <p>What comes back has the atoms of the input in their order, the same bonds, charges, isotopes and stereo elements,
 * and coordinates in Å that agree with every stereo element; when the generator cannot give that, there is an error and
 * no structure. A centre that the input leaves open gets one of its configurations, the same for the same seed. An amine
 * nitrogen that inverts freely may come out the other way, and then has the stereo element that it came out with.
 */
public final class ConformerBuilder {
    private static final int ATTEMPTS = 4;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final boolean quick;
    private final Duration limit;

    private ConformerBuilder(boolean quick, Duration limit) {
        this.quick = quick;
        this.limit = limit;
    }

    /**
     * A builder for structures that are looked at: conformers of low strain from the torsion angles of crystal
     * structures, relaxed with MMFF94s where that knows the atoms, about half a second of work for a drug-like molecule.
     *
     * @return a builder that gives up after a minute
     */
    public static ConformerBuilder thorough() {
        return new ConformerBuilder(false, MINUTE);
    }

    /**
     * A builder for structures by the thousand: self-organized conformers, relaxed with MMFF94s where that knows the
     * atoms. About ten times quicker than {@link #thorough()} and on average one kcal/mol more strained.
     *
     * @return a builder that gives up after a minute
     */
    public static ConformerBuilder quick() {
        return new ConformerBuilder(true, MINUTE);
    }

    /**
     * The same with another limit on its time.
     *
     * @param time for one call, all its conformers together
     * @return a new builder
     */
    public ConformerBuilder within(Duration time) {
        return new ConformerBuilder(quick, time);
    }

    /**
     * Builds one structure.
     *
     * @param molecule a molecule with Kekulé bonds and all hydrogens as atoms; not changed
     * @param seed of the random numbers
     * @return a copy with coordinates
     * @throws InputException as {@link #build(IAtomContainer, int, long)}
     */
    public IAtomContainer build(IAtomContainer molecule, long seed) {
        return build(molecule, 1, seed).get(0);
    }

    /**
     * Builds several conformers.
     *
     * @param molecule a molecule with Kekulé bonds and all hydrogens as atoms; not changed
     * @param count how many are wanted, 1 or more
     * @param seed of the random numbers: the same seed gives the same conformers
     * @return at least one copy with coordinates; fewer than wanted when the molecule has no more
     * @throws InputException when no structure with the right stereochemistry can be built, or not in time
     */
    public List<IAtomContainer> build(IAtomContainer molecule, int count, long seed) {
        if (count < 1) {
            throw new InputException("The number of conformers is " + count + "; give 1 or more");
        }
        long end = System.nanoTime() + limit.toNanos();
        FutureTask<List<IAtomContainer>> task = new FutureTask<>(() -> generate(molecule, count, seed, end));
        Thread thread = new Thread(task, "conformers");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis() + 1000, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw tooSlow(molecule);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new BackendException("Interrupted while a structure was built", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InputException known) {
                throw known;
            }
            if (System.nanoTime() >= end) {
                throw tooSlow(molecule);
            }
            throw new BackendException("OpenChemLib broke while it built a structure: " + e.getCause(), e.getCause());
        }
    }

    private List<IAtomContainer> generate(IAtomContainer molecule, int count, long seed, long end) throws Exception {
        SharedTables.await();
        HeavyAtoms heavy = HeavyAtoms.of(molecule);
        ThreadMaster late =
                () -> System.nanoTime() > end || Thread.currentThread().isInterrupted();
        InputException last = null;
        for (int attempt = 0; attempt < ATTEMPTS && !late.threadMustDie(); attempt++) {
            StereoMolecule start = parse(heavy.smiles());
            long varied = seed + 7919L * attempt;
            ConformerSource source = quick
                    ? new SelfOrganizedConformers(start, varied, count, late)
                    : new TorsionConformers(start, varied, count, late);
            List<IAtomContainer> found = new ArrayList<>();
            for (StereoMolecule built = source.next(); built != null; built = source.next()) {
                try {
                    IAtomContainer candidate = asWritten(heavy.place(molecule, built));
                    requireNoClash(candidate);
                    found.add(candidate);
                } catch (InputException e) {
                    last = e;
                }
                if (found.size() == count) {
                    break;
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        if (late.threadMustDie()) {
            throw tooSlow(molecule);
        }
        throw new InputException(
                "No three-dimensional structure can be built ("
                        + (last == null ? "the generator finds none without clashes" : last.getMessage())
                        + "); give a structure with coordinates",
                last);
    }

    /**
     * The structure itself or, where equivalent branches came out in each other's places, with these put right; the
     * last resort are nitrogens that invert freely.
     */
    private static IAtomContainer asWritten(IAtomContainer placed) throws CDKException, CloneNotSupportedException {
        StereoCheck.requireApart(placed);
        if (StereoCheck.isAsWritten(placed)) {
            return placed;
        }
        Optional<IAtomContainer> exchanged = EquivalentBranches.exchanged(placed);
        if (exchanged.isEmpty()) {
            StereoCheck.declareInversions(placed);
            exchanged = EquivalentBranches.exchanged(placed);
        }
        IAtomContainer candidate = exchanged.orElse(placed);
        StereoCheck.requireAsWritten(candidate);
        return candidate;
    }

    private static void requireNoClash(IAtomContainer candidate) {
        if (Molecules.identity(candidate, candidate) == Identity.BONDS_CHANGED) {
            throw new InputException("atoms that are not bonded come too close");
        }
    }

    private static StereoMolecule parse(String smiles) throws Exception {
        StereoMolecule molecule = new StereoMolecule();
        SmilesParser parser =
                new SmilesParser(SmilesParser.SMARTS_MODE_IS_SMILES | SmilesParser.MODE_SKIP_COORDINATE_TEMPLATES);
        parser.parse(molecule, smiles);
        return molecule;
    }

    private InputException tooSlow(IAtomContainer molecule) {
        return new InputException("No three-dimensional structure of the " + molecule.getAtomCount()
                + " atoms was found within " + limit.toSeconds() + " s; give a structure with coordinates");
    }
}
