package org.lowland.potential.relaxation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lowland.api.Lowland;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.build3d.Smiles;
import org.lowland.test.Structures;
import org.lowland.test.Transformations;

/**
 * How many evaluations L-BFGS takes to 0.01 eV/Å with and without a model of the stiffness. Not among the tests that a
 * build runs: {@code mvn -B -ntp test -pl potential-plugin -am -Dtest=PreconditionerBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PreconditionerBenchmark {
    private static final List<String> OPTIMIZERS = List.of("lbfgs?preconditioner=none", "lbfgs", "rfo?most-atoms=1000");

    @Test
    void countsEvaluationsOfMolecules() {
        Map<String, List<AtomicSystem>> molecules = new LinkedHashMap<>();
        molecules.put("aspirin", List.of(built("CC(=O)Oc1ccccc1C(=O)O")));
        molecules.put("capped octaalanine", List.of(built("CC(=O)" + "N[C@@H](C)C(=O)".repeat(8) + "NC")));
        molecules.put("capped icosaalanine", List.of(built("CC(=O)" + "N[C@@H](C)C(=O)".repeat(20) + "NC")));
        molecules.put("rattled triacontane", List.of(Transformations.rattled(Structures.alkane(30), 0.05, 1)));
        molecules.put("rattled hectane", List.of(Transformations.rattled(Structures.alkane(100), 0.05, 1)));
        report("organic", molecules);
    }

    @Test
    void countsEvaluationsOfClustersAndBoxes() {
        Map<String, List<AtomicSystem>> clusters = new LinkedHashMap<>();
        for (int atoms : new int[] {38, 100, 300}) {
            clusters.put(
                    "10 random clusters",
                    IntStream.range(0, 10)
                            .mapToObj(seed -> Structures.randomCluster(atoms, seed))
                            .toList());
            report("lj", clusters);
        }
        Map<String, List<AtomicSystem>> boxes = new LinkedHashMap<>();
        for (int atoms : new int[] {100, 400}) {
            boxes.put(
                    "10 random boxes",
                    IntStream.range(0, 10)
                            .mapToObj(seed -> Structures.kobAndersenBox(atoms, seed))
                            .toList());
            report("kob-andersen?shift=force", boxes);
        }
    }

    private static AtomicSystem built(String smiles) {
        return Molecules.toSystem(ConformerBuilder.quick().build(Smiles.parse(smiles), 1));
    }

    private static void report(String spec, Map<String, List<AtomicSystem>> systems) {
        try (Potential potential = Lowland.potential(BackendSpec.parse(spec))) {
            systems.forEach((name, starts) -> {
                for (String id : OPTIMIZERS) {
                    GeometryOptimizer optimizer = Lowland.optimizer(BackendSpec.parse(id));
                    long begin = System.nanoTime();
                    List<OptimizationResult> results = OptimizationLoop.builder(optimizer, potential)
                            .options(OptimizationOptions.defaults().withSteps(5000))
                            .build()
                            .run(starts);
                    System.out.printf(
                            Locale.ROOT,
                            "%-24s %5d atoms  %-26s %2d of %d converged, %7.1f evaluations, %8.2f s, mean %.4f eV%n",
                            name,
                            starts.get(0).size(),
                            id,
                            results.stream()
                                    .filter(OptimizationResult::converged)
                                    .count(),
                            results.size(),
                            results.stream()
                                    .mapToLong(OptimizationResult::evaluations)
                                    .average()
                                    .orElseThrow(),
                            (System.nanoTime() - begin) * 1e-9,
                            results.stream()
                                    .mapToDouble(OptimizationResult::energy)
                                    .average()
                                    .orElseThrow());
                }
            });
        }
    }
}
