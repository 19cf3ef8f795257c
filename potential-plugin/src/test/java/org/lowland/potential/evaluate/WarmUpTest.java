package org.lowland.potential.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.lowland.api.potential.Domain;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;
import org.lowland.test.Structures;
import org.lowland.test.ToyPotential;

class WarmUpTest {
    /** A potential that takes a time for each call. */
    private static final class Sleepy implements Potential {
        private final Potential toy = ToyPotential.molecular();
        private final LongUnaryOperator milliseconds;
        private long calls;

        Sleepy(LongUnaryOperator milliseconds) {
            this.milliseconds = milliseconds;
        }

        @Override
        public String id() {
            return "sleepy";
        }

        @Override
        public Domain domain() {
            return toy.domain();
        }

        @Override
        public List<Evaluation> evaluate(List<AtomicSystem> systems) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds.applyAsLong(calls++)));
            return toy.evaluate(systems);
        }
    }

    @Test
    void endsSoonWhereNothingBecomesFaster() {
        assertThat(WarmUp.run(new Sleepy(call -> 20), List.of(Structures.ethanol())))
                .isBetween(3, 8);
    }

    @Test
    void goesOnWhileItBecomesFaster() {
        // The first calls fill a round each, every one twice as fast as the one before.
        assertThat(WarmUp.run(new Sleepy(call -> call < 4 ? 1200 >> call : 50), List.of(Structures.ethanol())))
                .isBetween(6, 10);
    }
}
