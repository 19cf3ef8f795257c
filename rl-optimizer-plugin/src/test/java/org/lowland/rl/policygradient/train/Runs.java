package org.lowland.rl.policygradient.train;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.Policy;
import org.lowland.rl.policygradient.advantage.Baseline;
import org.lowland.rl.policygradient.advantage.NoBaseline;
import org.lowland.rl.policygradient.advantage.Returns;
import org.lowland.rl.policygradient.method.PolicyMethod;

/** Trainings for tests. */
final class Runs {
    private Runs() {}

    static LoopSettings loop(long iterations, int starts, int episodesPerStart, int horizon, int threads) {
        return new LoopSettings(12, iterations, starts, episodesPerStart, horizon, 4, threads, 20, true);
    }

    static <S, A> Training<S, A> training(
            LoopSettings loop,
            Environment<S, A> environment,
            Policy<S, A> policy,
            PolicyMethod<S, A> method,
            Baseline<S, A> baseline) {
        return new Training<>(
                "a test",
                environment.toString(),
                loop,
                Returns.undiscounted(),
                !(baseline instanceof NoBaseline),
                Curriculum.constant(environment),
                policy,
                method,
                baseline,
                Optional.of(Validation.greedy(environment, loop.horizon(), loop.together())));
    }

    static <S, A> PolicyTrainer.Result<S, A> run(Training<S, A> training, Path folder, boolean resume) {
        return new PolicyTrainer<>(training).run(folder, resume, new PrintWriter(Writer.nullWriter()));
    }
}
