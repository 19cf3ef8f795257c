package org.lowland.rl.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares trainings of {@code strider} of the same cost with one thing switched in each: what explores, what the policy
 * sees, the reward, the starts.
 */
@Command(name = "SwitchStudy", sortOptions = false)
public final class SwitchStudy implements Callable<Integer> {
    private static final String REINFORCE = "{name: reinforce, learning-rate: 0.02}";
    private static final String BY_PARAMETERS = "exploration: parameters, deviation: 0.15";
    private static final String BY_ACTIONS = "exploration: actions";
    private static final int HORIZON = TrainingComparison.HORIZON;

    @Option(names = "--atoms", defaultValue = "100")
    private int atoms;

    @Option(names = "--evaluations", defaultValue = "300000", description = "of each training")
    private long evaluations;

    @Option(names = "--search", defaultValue = "300", description = "evaluations of a search")
    private int search;

    @Option(names = "--judges", defaultValue = "40", description = "liquids that the ends are compared on")
    private int judges;

    @Option(names = "--only", defaultValue = "", description = "trainings whose name is this; all if empty")
    private String only;

    @Option(
            names = "--folder",
            required = true,
            description = "takes the trainings, which go on where they were stopped")
    private Path folder;

    /**
     * Runs the study.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SwitchStudy()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<TrainingComparison.Trained> all = List.of(
                whole("noise on parameters", ""),
                whole("noise on parameters, energies seen", ", energies: true"),
                actions("noise on actions, reward lowered", "", HORIZON + 1),
                actions("noise on actions, reward quenched", ", reward: quenched", search),
                actions("noise on actions, reward published", ", reward: published", 2 * HORIZON + 1),
                actions("noise on actions, reward lowered, growing", ", growing: true", HORIZON + 1));
        new TrainingComparison(folder, atoms, evaluations, search, judges)
                .print(all.stream()
                        .filter(one -> only.isEmpty() || one.name().equals(only))
                        .toList());
        return 0;
    }

    private TrainingComparison.Trained whole(String name, String architecture) {
        return new TrainingComparison.Trained(name, BY_PARAMETERS, architecture, REINFORCE, "per-start", 1, search + 1);
    }

    private static TrainingComparison.Trained actions(String name, String more, int episode) {
        return new TrainingComparison.Trained(name, BY_ACTIONS + more, "", REINFORCE, "per-start", 1, episode);
    }
}
