import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lowland.api.Lowland;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendId;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.io.MDLV2000Reader;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/**
 * Times relaxations of the SDF files of a folder in one warm process, one after another on one thread. Arguments: the
 * folder, the backend, the number of timed runs of each molecule. Prints a line for each molecule: its name, the
 * shortest and the median time in ms, evaluations, the share of the time inside the potential, whether it converged.
 */
class Relaxations {
    private static final double WARM_UP_SECONDS = 1.5;

    /** Counts the time inside a potential. */
    private static final class Watched implements Potential {
        private final Potential inner;
        private long nanoseconds;

        Watched(Potential inner) {
            this.inner = inner;
        }

        @Override
        public String id() {
            return inner.id();
        }

        @Override
        public Domain domain() {
            return inner.domain();
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            long before = System.nanoTime();
            List<Evaluation> evaluations = inner.evaluate(systems);
            nanoseconds += System.nanoTime() - before;
            return evaluations;
        }
    }

    public static void main(String[] arguments) throws Exception {
        int runs = Integer.parseInt(arguments[2]);
        BackendId backend = BackendId.parse(arguments[1]);
        GeometryOptimizer optimizer = Lowland.optimizer(backend.optimizer());
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(".sdf")).sorted().toList();
        }
        try (Potential potential = Lowland.potential(backend.potential())) {
            for (Path file : files) {
                time(file, optimizer, new Watched(potential), runs);
            }
        }
    }

    private static void time(Path file, GeometryOptimizer optimizer, Watched potential, int runs) throws Exception {
        IAtomContainer molecule;
        try (MDLV2000Reader reader = new MDLV2000Reader(Files.newInputStream(file))) {
            molecule = reader.read(SilentChemObjectBuilder.getInstance().newAtomContainer());
        }
        AtomicSystem start = Molecules.toSystem(molecule);
        OptimizationLoop loop = OptimizationLoop.builder(optimizer, potential).build();
        long began = System.nanoTime();
        OptimizationResult result = loop.run(start);
        while ((System.nanoTime() - began) * 1e-9 < WARM_UP_SECONDS) {
            loop.run(start);
        }
        double[] times = new double[runs];
        long inside = potential.nanoseconds;
        double total = 0;
        for (int run = 0; run < runs; run++) {
            long before = System.nanoTime();
            loop.run(start);
            times[run] = (System.nanoTime() - before) * 1e-6;
            total += times[run];
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%s %.3f %.3f %d %.2f %s%n",
                file.getFileName().toString().replace(".sdf", ""),
                times[0],
                times[runs / 2],
                result.evaluations(),
                (potential.nanoseconds - inside) * 1e-6 / total,
                result.converged() ? "yes" : "no");
    }
}
