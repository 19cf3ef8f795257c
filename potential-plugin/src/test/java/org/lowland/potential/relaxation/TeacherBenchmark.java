package org.lowland.potential.relaxation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.lowland.api.InputException;
import org.lowland.api.Lowland;
import org.lowland.api.molecule.Identity;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.numeric.Superposition;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;

/**
 * How far the geometries of a student are from those of its teacher. Conformers of molecules are relaxed by the teacher, and
 * from there by the student. Arguments: teacher, student, a list of SMILES, how many of it, how many conformers of each.
 *
 * <p>Printed are, over molecules: the mean absolute force of the student at the teacher's minimum; the distance of heavy atoms
 * (RMSD) and of bond lengths between both minima, of the lowest conformer; the rank correlation of the energies of conformers,
 * each at the minima of its own potential, where a molecule has at least five that differ.
 */
public final class TeacherBenchmark {
    private static final int FEWEST_CONFORMERS = 5;
    private static final double SAME_ENERGY = 0.002;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OptimizationLoop teacher;
    private final OptimizationLoop student;
    private final Potential network;
    private final List<Double> forces = new ArrayList<>();
    private final List<Double> distances = new ArrayList<>();
    private final List<Double> bonds = new ArrayList<>();
    private final List<Double> orders = new ArrayList<>();
    private int failed;

    private TeacherBenchmark(Potential teacher, Potential student) {
        this.teacher = loop(teacher);
        this.student = loop(student);
        this.network = student;
    }

    private static OptimizationLoop loop(Potential potential) {
        return OptimizationLoop.builder(Lowland.optimizer(BackendSpec.parse("rfo")), potential)
                .build();
    }

    /** Compares them. */
    public static void main(String[] arguments) throws IOException {
        List<String> smiles = Files.readAllLines(Path.of(arguments[2])).stream()
                .filter(line -> !line.isBlank())
                .limit(Long.parseLong(arguments[3]))
                .toList();
        try (Potential teacher = Lowland.potential(BackendSpec.parse(arguments[0]));
                Potential student = Lowland.potential(BackendSpec.parse(arguments[1]))) {
            TeacherBenchmark benchmark = new TeacherBenchmark(teacher, student);
            for (String line : smiles) {
                benchmark.compare(line.split("\\s+")[0], Integer.parseInt(arguments[4]));
            }
            benchmark.report(smiles.size());
        }
    }

    private void compare(String smiles, int count) {
        List<AtomicSystem> starts;
        try {
            starts = ConformerBuilder.quick().within(PATIENCE).build(Smiles.parse(smiles), count, 1).stream()
                    .map(Molecules::toSystem)
                    .toList();
        } catch (InputException notBuilt) {
            System.out.println("not built: " + smiles);
            failed++;
            return;
        }
        List<OptimizationResult> taught = teacher.run(starts).stream()
                .filter(result -> result.converged() && isWhole(starts.get(0), result.system()))
                .sorted(Comparator.comparingDouble(OptimizationResult::energy))
                .toList();
        List<OptimizationResult> learned =
                student.run(taught.stream().map(OptimizationResult::system).toList());
        if (taught.isEmpty() || !learned.get(0).converged()) {
            System.out.println("not converged: " + smiles);
            failed++;
            return;
        }
        AtomicSystem minimum = taught.get(0).system();
        AtomicSystem ours = learned.get(0).system();
        forces.add(meanForce(network.evaluate(minimum)));
        distances.add(distance(minimum, ours));
        bonds.add(bondError(minimum, ours));
        Optional<Double> order = order(taught, learned);
        order.ifPresent(orders::add);
        System.out.printf(
                Locale.ROOT,
                "%-60s %2d atoms  force %.4f  RMSD %.3f  bonds %.4f  order %s%n",
                smiles.substring(0, Math.min(60, smiles.length())),
                minimum.size(),
                forces.get(forces.size() - 1),
                distances.get(distances.size() - 1),
                bonds.get(bonds.size() - 1),
                order.map(value -> String.format(Locale.ROOT, "%.3f", value)).orElse("-"));
    }

    /** Also teachers fall into holes: minima of another molecule say nothing of the student. */
    private static boolean isWhole(AtomicSystem start, AtomicSystem minimum) {
        return Molecules.identity(Molecules.connected(start), Molecules.connected(minimum)) != Identity.BONDS_CHANGED;
    }

    private static double meanForce(Evaluation evaluation) {
        double[] forces = evaluation.forces();
        double sum = 0;
        for (double force : forces) {
            sum += Math.abs(force);
        }
        return sum / forces.length;
    }

    private static double distance(AtomicSystem one, AtomicSystem other) {
        List<Integer> heavy = new ArrayList<>();
        for (int atom = 0; atom < one.size(); atom++) {
            if (one.atomicNumber(atom) > 1) {
                heavy.add(atom);
            }
        }
        return Superposition.of(coordinates(one, heavy), coordinates(other, heavy))
                .rmsd();
    }

    private static double[] coordinates(AtomicSystem system, List<Integer> atoms) {
        double[] coordinates = new double[3 * atoms.size()];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = system.position(atoms.get(k / 3), k % 3);
        }
        return coordinates;
    }

    private static double bondError(AtomicSystem one, AtomicSystem other) {
        int[] pairs = one.bonds();
        double sum = 0;
        for (int k = 0; k < pairs.length; k += 2) {
            sum += Math.abs(length(one, pairs[k], pairs[k + 1]) - length(other, pairs[k], pairs[k + 1]));
        }
        return 2 * sum / pairs.length;
    }

    private static double length(AtomicSystem system, int i, int j) {
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            square += Math.pow(system.position(i, axis) - system.position(j, axis), 2);
        }
        return Math.sqrt(square);
    }

    /** Conformers of one energy are one. */
    private static Optional<Double> order(List<OptimizationResult> taught, List<OptimizationResult> learned) {
        List<Double> theirs = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int k = 0; k < taught.size(); k++) {
            double energy = taught.get(k).energy();
            if (theirs.isEmpty() || energy - theirs.get(theirs.size() - 1) > SAME_ENERGY) {
                theirs.add(energy);
                ours.add(learned.get(k).energy());
            }
        }
        return theirs.size() < FEWEST_CONFORMERS
                ? Optional.empty()
                : Optional.of(new SpearmansCorrelation().correlation(array(theirs), array(ours)));
    }

    private void report(int asked) {
        System.out.printf(
                Locale.ROOT,
                "%d molecules, %d of them not compared%n"
                        + "force at the teacher's minimum, eV/Å: mean absolute %.4f%n"
                        + "heavy atoms, Å: median RMSD %.3f, 95th percentile %.3f%n"
                        + "bond lengths, Å: mean absolute difference %.4f%n"
                        + "order of conformers: mean Spearman %.3f over %d molecules%n",
                asked,
                failed,
                StatUtils.mean(array(forces)),
                StatUtils.percentile(array(distances), 50),
                StatUtils.percentile(array(distances), 95),
                StatUtils.mean(array(bonds)),
                StatUtils.mean(array(orders)),
                orders.size());
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
