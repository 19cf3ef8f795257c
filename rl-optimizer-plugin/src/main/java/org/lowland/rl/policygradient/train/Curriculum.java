package org.lowland.rl.policygradient.train;

import java.util.List;
import org.lowland.rl.policygradient.Environment;
import org.lowland.rl.policygradient.Episode;

/**
 * Environments that change while a policy learns: harder ones later, or starts that were found on the way. Immutable.
 *
 * @param <S> states
 * @param <A> actions
 */
public interface Curriculum<S, A> {

    /** {@return what is played in the coming iteration} */
    Environment<S, A> environment();

    /**
     * The curriculum after an iteration.
     *
     * @param iteration that was played, from 0
     * @param episodes of the iteration
     * @return the curriculum for the next one
     */
    Curriculum<S, A> after(long iteration, List<Episode<S, A>> episodes);

    /** {@return all that has changed since the beginning, for a checkpoint} */
    byte[] state();

    /**
     * The curriculum as it was.
     *
     * @param state of one that began in the same way
     * @return the curriculum
     * @throws IllegalArgumentException when the state does not fit
     */
    Curriculum<S, A> withState(byte[] state);

    /**
     * The same environment all the time.
     *
     * @param environment it
     * @param <S> states
     * @param <A> actions
     * @return a curriculum that never changes
     */
    static <S, A> Curriculum<S, A> constant(Environment<S, A> environment) {
        return new Constant<>(environment);
    }

    /** The same environment all the time. */
    record Constant<S, A>(Environment<S, A> environment) implements Curriculum<S, A> {
        @Override
        public Curriculum<S, A> after(long iteration, List<Episode<S, A>> episodes) {
            return this;
        }

        @Override
        public byte[] state() {
            return new byte[0];
        }

        @Override
        public Curriculum<S, A> withState(byte[] state) {
            return this;
        }
    }
}
