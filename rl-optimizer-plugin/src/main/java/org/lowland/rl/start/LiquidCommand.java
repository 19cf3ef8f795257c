package org.lowland.rl.start;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lowland.api.InputException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.cli.CommandProvider;
import org.lowland.cli.Common;
import org.lowland.cli.ExitCode;
import org.lowland.cli.Progress;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.XyzWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes structures of a liquid. */
@Command(
        name = "liquid",
        description =
                "Makes structures of a liquid, to start searches from: particles at random places and 2000 steps of"
                        + " Langevin dynamics for each. kob-andersen (80:20, density 1.2), silicon (Stillinger-Weber, the"
                        + " crystal's density), gel (of cement, 28-14 particles).",
        sortOptions = false)
final class LiquidCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new LiquidCommand();
        }
    }

    @Mixin
    private Common common;

    @Parameters(paramLabel = "kob-andersen|silicon|gel", description = "which liquid")
    private String kind;

    @Option(names = "--atoms", paramLabel = "N", description = "particles in the cube; default 100, 64 and 152")
    private Integer atoms;

    @Option(
            names = "--count",
            paramLabel = "K",
            defaultValue = "1",
            description = "how many structures; default ${DEFAULT-VALUE}")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "the same seed gives the same structures; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--temperature",
            paramLabel = "KT",
            description = "kT in eV; default 2, 0.2585 (3000 K) and 1000, where the published data are")
    private Double temperature;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "XYZ",
            required = true,
            description = "extended XYZ with energies and forces")
    private Path output;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new InputException("--count is " + count + "; give 1 or more");
        }
        Liquid usual = Liquid.named(kind);
        Liquid liquid = usual.with(
                Optional.ofNullable(atoms).orElse(usual.atoms()),
                Optional.ofNullable(temperature).orElse(usual.temperature()));
        double sum = 0;
        try (XyzWriter frames = XyzWriter.create(output);
                Potential landscape = liquid.open();
                Progress progress = Progress.of("liquid", common)) {
            progress.expect(count);
            for (int number = 0; number < count; number++) {
                Walk.Position sample = liquid.sample(landscape, seed, number);
                sum += sample.evaluation().energy();
                frames.write(LabelledFrame.of(sample.system(), sample.evaluation())
                        .with("name", liquid.id() + "-" + seed + "-" + number));
                progress.step();
            }
            frames.commit();
        }
        common.out()
                .printf(
                        Locale.ROOT,
                        "%d structures of %d particles, mean energy %.4f eV per particle: %s%n",
                        count,
                        liquid.atoms(),
                        sum / count / liquid.atoms(),
                        output);
        common.out().flush();
        return ExitCode.OK.code();
    }
}
