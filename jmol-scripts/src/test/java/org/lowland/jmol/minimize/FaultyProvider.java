package org.lowland.jmol.minimize;

import java.util.List;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.OptionSpec;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.PotentialProvider;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.ToyPotential;

/** A toy potential with the fault that is asked for: {@code faulty?fault=slow}. */
public final class FaultyProvider implements PotentialProvider {
    private static final OptionSpec<String> FAULT =
            OptionSpec.text("fault", "load|evaluate|slow|defect", "what is wrong");

    @Override
    public String id() {
        return "faulty";
    }

    @Override
    public String description() {
        return "fails as asked";
    }

    @Override
    public List<OptionSpec<?>> options() {
        return List.of(FAULT);
    }

    @Override
    public Potential create(Options options) {
        String fault = options.get(FAULT);
        if (fault.equals("load")) {
            throw new UnsatisfiedLinkError("no toy in java.library.path");
        }
        return new Faulty(fault, ToyPotential.molecular());
    }

    private record Faulty(String fault, Potential inner) implements Potential {
        @Override
        public String id() {
            return "faulty";
        }

        @Override
        public Domain domain() {
            return inner.domain();
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            switch (fault) {
                case "evaluate" -> throw new UnsatisfiedLinkError("no toy in java.library.path");
                case "defect" -> throw new IllegalStateException("a toy broke");
                default -> JmolHouse.sleep(10);
            }
            return inner.evaluate(systems);
        }
    }
}
