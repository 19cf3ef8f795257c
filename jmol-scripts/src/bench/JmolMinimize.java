import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolViewer;
import org.jmol.util.Logger;
import org.jmol.viewer.Viewer;
import org.lowland.jmol.minimize.RunRecord;
import org.lowland.jmol.session.JmolSession;

/**
 * Times {@code minimize} in a Jmol without a screen, from the command to the status "done", with live frames as in the
 * window. Arguments: a structure file, a backend, how often. Prints the first run, the median and the longest of the
 * others, and beside them Jmol's own force field on the same structure in the same process: to its default of 100 steps,
 * and until it says that it has converged.
 */
class JmolMinimize {
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        int runs = Integer.parseInt(arguments[2]);
        Logger.setLogLevel(Logger.LEVEL_ERROR);
        Viewer viewer = (Viewer)
                JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "jmol", null, null, "-n -i", null);
        Logger.setLogLevel(Logger.LEVEL_ERROR);
        JmolSession session = JmolSession.install(viewer);
        double[] times = new double[runs];
        for (int run = 0; run < runs; run++) {
            times[run] = time(viewer, file, "lowlandBackend = '" + arguments[1] + "'; minimize");
        }
        RunRecord last = session.lastRun().orElseThrow();
        double first = times[0];
        double[] later = Arrays.copyOfRange(times, 1, runs);
        Arrays.sort(later);
        System.out.printf(
                Locale.ROOT,
                "Jmol %s, %s, %d atoms: first %.2f s, then %.2f s (longest %.2f s), %d steps, %s%n",
                Viewer.getJmolVersion().replaceAll("\\s.*", ""),
                arguments[1],
                viewer.ms.ac,
                first,
                later[later.length / 2],
                later[later.length - 1],
                last.steps(),
                last.converged() ? "converged" : "not converged");
        for (String steps : new String[] {"", " STEPS 10000"}) {
            double own = time(viewer, file, "lowlandBackend = ''; minimize" + steps);
            System.out.printf(
                    Locale.ROOT,
                    "Jmol's own %s%s: %.2f s, %s steps%n",
                    viewer.getP("_minimizationForceField"),
                    steps,
                    own,
                    viewer.getP("_minimizationStep"));
        }
        System.exit(0);
    }

    private static double time(Viewer viewer, Path file, String script) throws InterruptedException {
        viewer.scriptWait("load '" + file + "'");
        viewer.setStringProperty("_minimizationStatus", "");
        long began = System.nanoTime();
        viewer.scriptWait(script);
        while (!viewer.getP("_minimizationStatus").equals("done")) {
            Thread.sleep(1);
        }
        return (System.nanoTime() - began) * 1e-9;
    }
}
