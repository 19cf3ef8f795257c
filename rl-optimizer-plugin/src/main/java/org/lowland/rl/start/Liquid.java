package org.lowland.rl.start;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Preconditioning;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.Units;

/**
 * A liquid in a cube of its density: which particles, on which potential, how hot. Immutable.
 *
 * @param id the name under which it is found
 * @param description one line
 * @param potential the id of its potential, with options
 * @param elements atomic numbers of the first particles, repeated for the others
 * @param atoms the usual number of particles
 * @param density particles per Å³
 * @param temperature the usual kT in eV
 * @param spacing how close two particles are placed at first, in Å
 * @param timeStep of its dynamics of unit masses, in Å √(amu/eV)
 */
public record Liquid(
        String id,
        String description,
        String potential,
        List<Integer> elements,
        int atoms,
        double density,
        double temperature,
        double spacing,
        double timeStep) {
    /** Until nothing remembers the random placement; the slowest of the liquids forgets in some hundred steps. */
    private static final int STEPS = 2000;

    private static final int MOST_DRAWS = 100_000;

    /** Four A to one B, kT = 2, as the published starts of StriderNET. */
    private static final Liquid KOB_ANDERSEN = new Liquid(
            "kob-andersen",
            "Kob-Andersen mixture 80:20 at density 1.2, kT 2 eV unless given",
            "kob-andersen",
            List.of(28, 28, 28, 28, 15),
            100,
            1.2,
            2,
            0.7,
            0.003);

    /** At the density of the crystal, well above the melting point of the potential, 1691 K. */
    private static final Liquid SILICON = new Liquid(
            "silicon",
            "Stillinger-Weber silicon at the density of the crystal, kT 0.2585 eV (3000 K) unless given",
            "stillinger-weber",
            List.of(14),
            64,
            8 / Math.pow(5.431, 3),
            3000 * Units.BOLTZMANN,
            1.8,
            0.02);

    /** The particles, the density and kT of StriderNET's data. */
    private static final Liquid GEL = new Liquid(
            "gel",
            "the gel of cement: 28-14 particles of 50 Å (Ca), kT 1000 eV unless given",
            "mie?sigma=50&epsilon=2660.7742553&cutoff=150",
            List.of(20),
            152,
            152 / Math.pow(300, 3),
            1000,
            40,
            0.003);

    public Liquid {
        elements = List.copyOf(elements);
    }

    /** {@return all that are known} */
    public static List<Liquid> all() {
        return List.of(KOB_ANDERSEN, SILICON, GEL);
    }

    /**
     * Finds a liquid.
     *
     * @param id its name
     * @return the liquid
     * @throws InputException when there is none of that name, with the list of those there are
     */
    public static Liquid named(String id) {
        return all().stream()
                .filter(liquid -> liquid.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException("There is no liquid '" + id + "'; known: "
                        + String.join(", ", all().stream().map(Liquid::id).toList())));
    }

    /**
     * The same liquid with other particles or at another temperature.
     *
     * @param newAtoms the number of particles, 2 or more
     * @param newTemperature kT in eV
     * @return a liquid
     * @throws InputException when there are fewer than two particles or the temperature is not positive
     */
    public Liquid with(int newAtoms, double newTemperature) {
        if (newAtoms < 2) {
            throw new InputException("A liquid of " + newAtoms + " particles is none; give 2 or more");
        }
        if (!(newTemperature > 0) || Double.isInfinite(newTemperature)) {
            throw new InputException("kT is " + newTemperature + "; give a positive energy in eV");
        }
        return new Liquid(id, description, potential, elements, newAtoms, density, newTemperature, spacing, timeStep);
    }

    /** {@return a new potential of this liquid, which the caller closes} */
    public Potential open() {
        return Lowland.potential(BackendSpec.parse(potential));
    }

    /**
     * Makes one structure: particles at random places, relaxed a little, then 2000 steps of Langevin dynamics.
     *
     * @param landscape this liquid's potential
     * @param seed of the series
     * @param number of the structure in its series, from 0
     * @return the structure with its energy and forces
     */
    public Walk.Position sample(Potential landscape, long seed, int number) {
        RandomGenerator random = new Well19937c(new int[] {(int) (seed >>> 32), (int) seed, number});
        OptimizationResult relaxed = OptimizationLoop.builder(
                        new Lbfgs(20, 0.1 * spacing, Lbfgs.DEFAULT_CURVATURE, true, Preconditioning.NONE), landscape)
                .options(OptimizationOptions.defaults().withEvaluations(100))
                .build()
                .run(scattered(random));
        Walk.Position start = new Walk.Position(
                relaxed.system(),
                relaxed.evaluation()
                        .orElseThrow(() -> new InputException(
                                relaxed.message().orElse("The liquid '" + id + "' could not be started"))));
        return new Langevin(temperature, timeStep, 0.02 / timeStep).run(start, STEPS, landscape, random);
    }

    private AtomicSystem scattered(RandomGenerator random) {
        double edge = Math.cbrt(atoms / density);
        double[] positions = new double[3 * atoms];
        int draws = 0;
        for (int placed = 0; placed < atoms; ) {
            if (draws++ == MOST_DRAWS * atoms) {
                throw new InputException("No room was found for " + atoms + " particles in a cube of " + edge + " Å");
            }
            for (int axis = 0; axis < 3; axis++) {
                positions[3 * placed + axis] = edge * random.nextDouble();
            }
            placed += isFree(positions, placed, edge) ? 1 : 0;
        }
        return AtomicSystem.builder(composition(), positions)
                .cell(Cell.orthorhombic(edge, edge, edge))
                .build();
    }

    private boolean isFree(double[] positions, int atom, double edge) {
        for (int other = 0; other < atom; other++) {
            double squared = 0;
            for (int axis = 0; axis < 3; axis++) {
                double d = positions[3 * atom + axis] - positions[3 * other + axis];
                d -= edge * Math.rint(d / edge);
                squared += d * d;
            }
            if (squared < spacing * spacing) {
                return false;
            }
        }
        return true;
    }

    /** The particles in the order of their elements, those of one kind together. */
    private int[] composition() {
        return IntStream.range(0, atoms)
                .map(atom -> elements.get(atom % elements.size()))
                .boxed()
                .sorted(Comparator.comparing(elements::indexOf))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
