package org.lowland.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Units;
import org.openscience.cdk.config.Elements;

/**
 * GFN2-xTB (C. Bannwarth, S. Ehlert, S. Grimme, J. Chem. Theory Comput. 15, 1652 (2019)) by the program {@code xtb},
 * one process for each evaluation, on one thread. The surface on which geometry optimizers are compared; for tests and
 * benchmarks where the program is installed. Stateless and thread-safe.
 */
public final class XtbPotential implements Potential {
    private static final int HEAVIEST = 86;

    /** {@return whether the program can be started} */
    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("xtb", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String id() {
        return "gfn2-xtb";
    }

    @Override
    public Domain domain() {
        return new Domain(
                Optional.of(Stream.iterate(1, z -> z + 1).limit(HEAVIEST).collect(Collectors.toSet())),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                true,
                OptionalDouble.empty(),
                "GFN2-xTB");
    }

    @Override
    public List<Evaluation> evaluate(List<AtomicSystem> systems) {
        systems.forEach(system -> domain().check(id(), system));
        return systems.stream().map(XtbPotential::compute).toList();
    }

    private static Evaluation compute(AtomicSystem system) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("xtb");
            Files.writeString(folder.resolve("in.xyz"), xyz(system));
            run(folder, system);
            return evaluation(Files.readAllLines(folder.resolve("gradient")), system.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private static void run(Path folder, AtomicSystem system) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "xtb",
                "in.xyz",
                "--gfn",
                "2",
                "--grad",
                "--chrg",
                String.valueOf(system.charge()),
                "--uhf",
                String.valueOf(system.multiplicity() - 1));
        builder.environment().put("OMP_NUM_THREADS", "1");
        Path log = folder.resolve("log");
        Process process = builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0 || !Files.exists(folder.resolve("gradient"))) {
                throw new BackendException("xtb failed:\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new BackendException("xtb was interrupted", e);
        }
    }

    private static String xyz(AtomicSystem system) {
        StringBuilder text = new StringBuilder().append(system.size()).append("\n\n");
        for (int atom = 0; atom < system.size(); atom++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %.12f %.12f %.12f%n",
                    Elements.ofNumber(system.atomicNumber(atom)).symbol(),
                    system.position(atom, 0),
                    system.position(atom, 1),
                    system.position(atom, 2)));
        }
        return text.toString();
    }

    /** The file in Turbomole's format: two lines of head with the energy, N lines of positions, N of the gradient. */
    private static Evaluation evaluation(List<String> lines, int atoms) {
        String head = lines.get(1);
        String energy = head.substring(head.indexOf("energy =") + 8, head.indexOf('|'));
        double[] forces = new double[3 * atoms];
        for (int atom = 0; atom < atoms; atom++) {
            String[] fields = lines.get(2 + atoms + atom).trim().split("\\s+");
            for (int axis = 0; axis < 3; axis++) {
                forces[3 * atom + axis] =
                        -Double.parseDouble(fields[axis].replace('D', 'E')) * Units.HARTREE / Units.BOHR;
            }
        }
        return Evaluation.of(Double.parseDouble(energy.trim()) * Units.HARTREE, forces);
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
