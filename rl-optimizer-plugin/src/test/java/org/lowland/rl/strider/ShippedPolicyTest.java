package org.lowland.rl.strider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationLoop;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.optimize.OptimizationResult;
import org.lowland.api.optimize.StopReason;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.api.spi.Checksum;
import org.lowland.api.spi.Options;
import org.lowland.api.system.AtomicSystem;
import org.lowland.rl.start.Liquid;

class ShippedPolicyTest {
    private static OptimizationResult run(String strider, Potential potential, AtomicSystem start, long seed) {
        GeometryOptimizer optimizer = Lowland.optimizer(BackendSpec.parse(strider));
        return OptimizationLoop.builder(optimizer, potential)
                .options(OptimizationOptions.defaults().withEvaluations(300).withSeed(seed))
                .build()
                .run(start);
    }

    /** Starts of a seed that no training has seen. */
    @Test
    void endsLowerThanAnUntrainedOne() {
        Liquid liquid = Liquid.named("kob-andersen");
        double lower = 0;
        int count = 12;
        try (Potential potential = liquid.open()) {
            for (int number = 0; number < count; number++) {
                AtomicSystem start = liquid.sample(potential, 424242, number).system();
                lower += run("strider?policy=untrained", potential, start, number)
                        .evaluation()
                        .orElseThrow()
                        .energy();
                lower -= run("strider", potential, start, number)
                        .evaluation()
                        .orElseThrow()
                        .energy();
            }
        }
        assertThat(lower / count).as("eV for each liquid").isGreaterThan(1);
    }

    @Test
    void isRefusedOnAnotherPotentialUnlessForced() {
        Liquid liquid = Liquid.named("kob-andersen").with(20, 2);
        try (Potential own = liquid.open();
                Potential other = Lowland.potential(BackendSpec.parse("kob-andersen?shift=force&images=all"))) {
            AtomicSystem start = liquid.sample(own, 1, 0).system();
            OptimizationResult refused = run("strider", other, start, 0);
            assertThat(refused.reason()).isEqualTo(StopReason.FAILED);
            assertThat(refused.message().orElseThrow()).contains("trained on 'kob-andersen'", "policy=untrained");
            assertThat(run("strider?force=true", other, start, 0).reason()).isNotEqualTo(StopReason.FAILED);
            assertThat(run("strider?policy=untrained", other, start, 0).reason())
                    .isNotEqualTo(StopReason.FAILED);
        }
    }

    @Test
    void hasACardWithTheDigestOfTheFile() throws Exception {
        StriderProvider provider = new StriderProvider();
        String card = provider.card(Options.parse(provider, java.util.Map.of())).orElseThrow();
        byte[] file = ShippedPolicy.class
                .getResourceAsStream("/META-INF/lowland/policies/strider/policy.json")
                .readAllBytes();
        String digest = java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(file));
        assertThat(card).contains(digest, "kob-andersen", "training.yaml");
        assertThat(provider.checksums(Options.parse(provider, java.util.Map.of())))
                .isEqualTo(java.util.Map.of("policy.json", digest));
    }

    @Test
    void aPolicyFromAFileHasTheChecksumOfThat(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.json"), "{}");
        StriderProvider provider = new StriderProvider();
        Options options = Options.parse(provider, java.util.Map.of("policy", file.toString()));
        assertThat(provider.checksums(options))
                .isEqualTo(java.util.Map.of("policy.json", Checksum.of(Files.readAllBytes(file))));
        assertThat(provider.checksums(Options.parse(provider, java.util.Map.of("policy", "untrained"))))
                .isEmpty();
    }
}
