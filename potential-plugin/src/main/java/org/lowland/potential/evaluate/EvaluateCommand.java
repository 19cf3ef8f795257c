package org.lowland.potential.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lowland.api.InputException;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.cli.BackendOptions;
import org.lowland.cli.CommandProvider;
import org.lowland.cli.Common;
import org.lowland.cli.ExitCode;
import org.lowland.cli.Progress;
import org.lowland.cli.batch.JsonLines;
import org.lowland.io.dataset.DataSetOptions;
import org.lowland.io.dataset.LabelUnits;
import org.lowland.potential.physics.PhysicsReport;
import org.lowland.potential.physics.Trajectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares a potential with labels. */
@Command(
        name = "evaluate",
        description = "Compares the energies and forces of a potential with those of a data set.",
        sortOptions = false)
final class EvaluateCommand implements Callable<Integer> {
    private static final int STRUCTURES_FOR_PHYSICS = 20;

    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new EvaluateCommand();
        }
    }

    @Mixin
    private Common common;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "the id of a potential, with options as in 'id?name=value', or the model.pt of a training, or"
                    + " its folder")
    private String model;

    @Parameters(
            index = "1",
            paramLabel = "DATA",
            description = "labelled structures: a NumPy archive (.npz) as rMD17 has them, extended XYZ, or HDF5 as the"
                    + " ANI sets have them")
    private Path data;

    @Option(
            names = "--units",
            paramLabel = "U",
            description = "what the labels are in: eV, kcal/mol, kJ/mol, hartree (all with Å) or atomic (Hartree and"
                    + " bohr); default kcal/mol for .npz, hartree for HDF5, eV for XYZ")
    private String units;

    @Option(names = "--energies", paramLabel = "NAME", description = "the array of energies, for example old_energies")
    private String energies;

    @Option(names = "--forces", paramLabel = "NAME", description = "the array of forces, for example old_forces")
    private String forces;

    @Option(names = "--device", paramLabel = "cpu|gpu", description = "where the potential runs; default cpu")
    private String device;

    @Option(
            names = "--physics",
            description = "also run dynamics at constant energy and measure the work along closed paths, net force and"
                    + " torque, and the error after a rotation")
    private boolean physics;

    @Option(
            names = "--picoseconds",
            paramLabel = "T",
            defaultValue = "10",
            description = "length of the dynamics, in steps of 0.5 fs; default ${DEFAULT-VALUE}")
    private double picoseconds;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "of the velocities at the start of the dynamics; default ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "write one JSON object (- for standard output) instead of a table")
    private String json;

    @Override
    public Integer call() {
        if (!(picoseconds > 0 && picoseconds < Double.POSITIVE_INFINITY)) {
            throw new InputException("--picoseconds is " + picoseconds + "; give a positive number");
        }
        DataSetOptions options = new DataSetOptions(
                Optional.ofNullable(units).map(LabelUnits::of),
                Optional.ofNullable(energies),
                Optional.ofNullable(forces));
        BackendSpec spec = ModelName.parse(model);
        try (JsonLines lines = JsonLines.to(json, common.out());
                Potential potential = BackendOptions.create(spec, Optional.ofNullable(device))) {
            DataSetEvaluation.Result result;
            try (Progress progress = Progress.of("evaluate", common)) {
                result = DataSetEvaluation.run(
                        potential, data, options, physics ? STRUCTURES_FOR_PHYSICS : 0, progress::reach);
            }
            result.data().warnings().forEach(warning -> common.note("warning: " + warning));
            Optional<PhysicsReport> report = physics ? Optional.of(physics(potential, result)) : Optional.empty();
            if (json == null) {
                EvaluationText.print(common.out(), model, result);
                report.ifPresent(r -> EvaluationText.print(common.out(), r));
            }
            lines.line(out -> EvaluationText.json(out, result, report));
            lines.commit();
            common.out().flush();
            return ExitCode.OK.code();
        }
    }

    private PhysicsReport physics(Potential potential, DataSetEvaluation.Result result) {
        Trajectory.Plan usual = Trajectory.Plan.DEFAULT;
        Trajectory.Plan plan = new Trajectory.Plan(picoseconds, usual.femtoseconds(), usual.kelvin(), seed);
        try (Progress progress = Progress.of("dynamics", common)) {
            return PhysicsReport.of(potential, result.first(), plan, progress::reach);
        }
    }
}
