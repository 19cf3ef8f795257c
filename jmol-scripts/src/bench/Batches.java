import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lowland.api.Lowland;
import org.lowland.api.MoleculeOptimizer;
import org.lowland.api.OptimizedMolecule;
import org.lowland.api.molecule.SystemOptions;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.io.format.SdfReader;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Times the relaxation of the molecules of an SDF in one warm process: one after another on one thread, as a stream on
 * one thread, and as a stream on as many as the potential makes good use of. Arguments: the SDF, the backend. Prints a
 * line for each way: its name, structures per second, how many converged, evaluations per structure, and whether the
 * coordinates are those of the first way to the last bit.
 */
class Batches {
    /** A tenth of the molecules, for the virtual machine to compile what is slow. */
    private static final int WARM_UP = 10;

    public static void main(String[] arguments) {
        List<IAtomContainer> molecules = new ArrayList<>();
        try (SdfReader reader = SdfReader.open(Path.of(arguments[0]))) {
            reader.forEachRemaining(record -> molecules.add(record.molecule()));
        }
        OptimizationOptions options = OptimizationOptions.defaults();
        try (MoleculeOptimizer optimizer = Lowland.open(arguments[1])) {
            List<IAtomContainer> first = molecules.subList(0, molecules.size() / WARM_UP);
            optimizer.optimize(first.iterator(), options, result -> {});
            first.forEach(optimizer::optimize);

            List<OptimizedMolecule> alone = new ArrayList<>();
            long begin = System.nanoTime();
            for (IAtomContainer molecule : molecules) {
                alone.add(optimizer.optimize(molecule, SystemOptions.none(), options));
            }
            print("one-by-one", begin, alone, alone);
            for (int threads : new int[] {1, optimizer.potential().batching().threads()}) {
                List<OptimizedMolecule> together = new ArrayList<>();
                begin = System.nanoTime();
                optimizer.withThreads(threads).optimize(molecules.iterator(), options, together::add);
                print("stream-" + threads + "-thread" + (threads == 1 ? "" : "s"), begin, together, alone);
            }
        }
    }

    private static void print(
            String name, long begin, List<OptimizedMolecule> results, List<OptimizedMolecule> alone) {
        double seconds = (System.nanoTime() - begin) * 1e-9;
        boolean same = true;
        for (int k = 0; k < results.size(); k++) {
            same &= results.get(k).result().system().equals(alone.get(k).result().system());
        }
        System.out.printf(
                Locale.ROOT,
                "%s %.3f %d %.1f %s%n",
                name,
                results.size() / seconds,
                results.stream().filter(OptimizedMolecule::converged).count(),
                results.stream()
                        .mapToLong(result -> result.result().evaluations())
                        .average()
                        .orElse(0),
                same ? "yes" : "no");
    }
}
