package org.lowland.test;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.relax.Lbfgs;
import org.lowland.api.relax.Rfo;
import org.lowland.api.system.AtomicSystem;

/** How long an optimizer thinks about a step: rattled alkanes on {@link ToyPotential}. Arguments: the sizes in carbons. */
final class StepBenchmark {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final double WARM_SECONDS = 3;

    private StepBenchmark() {}

    public static void main(String[] arguments) {
        int[] sizes = arguments.length == 0
                ? new int[] {3, 6, 19, 33, 66, 166}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.println("optimizer  atoms  steps  median ms  mean ms  largest ms");
        for (GeometryOptimizer optimizer : List.of(new Rfo(), new Lbfgs())) {
            for (int carbons : sizes) {
                AtomicSystem start = Transformations.rattled(Structures.alkane(carbons), 0.1, carbons);
                long begin = System.nanoTime();
                List<Double> times = run(optimizer, start);
                while (System.nanoTime() - begin < WARM_SECONDS * 1e9) {
                    times = run(optimizer, start);
                }
                List<Double> sorted = new ArrayList<>(times);
                Collections.sort(sorted);
                System.out.printf(
                        Locale.ROOT,
                        "%-9s %6d %6d %10.3f %8.3f %11.3f%n",
                        optimizer.id(),
                        start.size(),
                        times.size(),
                        sorted.get(sorted.size() / 2),
                        times.stream().mapToDouble(t -> t).average().orElseThrow(),
                        sorted.get(sorted.size() - 1));
            }
        }
    }

    /** The milliseconds of each step of one relaxation. */
    private static List<Double> run(GeometryOptimizer optimizer, AtomicSystem start) {
        Walk walk = optimizer.start(start, OptimizationOptions.defaults());
        List<Double> times = new ArrayList<>();
        while (!walk.done() && times.size() < 300) {
            List<Evaluation> evaluations = ToyPotential.molecular().evaluate(walk.ask());
            long before = CLOCK.getCurrentThreadCpuTime();
            walk.tell(evaluations);
            times.add((CLOCK.getCurrentThreadCpuTime() - before) / 1e6);
        }
        return times;
    }
}
