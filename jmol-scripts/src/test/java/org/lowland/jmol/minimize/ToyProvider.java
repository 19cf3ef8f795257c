package org.lowland.jmol.minimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.potential.Uncertainty;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.ToyPotential;

/** Toy potentials, one for periodic argon and some with faults: {@code toy?kind=slow}. */
public final class ToyProvider implements PotentialProvider {
    private static final OptionSpec<String> KIND =
            OptionSpec.text("kind", "argon|molecular|unloadable|broken|defective|slow|doubtful", "which of them");

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String description() {
        return "toys for tests";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(KIND);
    }

    @Override
    public Potential create(Options options) {
        String kind = options.get(KIND);
        return switch (kind) {
            case "unloadable" -> throw new UnsatisfiedLinkError("no toy in java.library.path");
            case "argon" -> new Toy(kind, ToyPotential.lennardJones(2.5));
            default -> new Toy(kind, ToyPotential.molecular());
        };
    }

    private record Toy(String kind, Potential inner) implements Potential {
        @Override
        public String id() {
            return "toy";
        }

        @Override
        public Domain domain() {
            return inner.domain();
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            switch (kind) {
                case "broken" -> throw new UnsatisfiedLinkError("no toy in java.library.path");
                case "defective" -> throw new IllegalStateException("a toy broke");
                case "slow" -> JmolHouse.sleep(10);
                default -> {
                    // It works.
                }
            }
            return inner.evaluate(systems);
        }

        @Override
        public Evaluation judge(AtomicSystem system, Evaluation evaluation) {
            return kind.equals("doubtful")
                    ? evaluation.withUncertainty(
                            new Uncertainty(0.2, OptionalDouble.of(0.3), Optional.of("a toy is not to be relied on")))
                    : evaluation;
        }
    }
}
