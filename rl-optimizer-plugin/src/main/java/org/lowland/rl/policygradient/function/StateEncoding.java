package org.lowland.rl.policygradient.function;

import java.util.List;
import org.lowland.potential.torch.TorchInputs;

/**
 * How states become the arguments of a script, several of them in one call. Thread-safe.
 *
 * @param <S> states
 */
public interface StateEncoding<S> {

    /**
     * The arguments of the script.
     *
     * @param states at least one
     * @return the same tensors in the same order for any states
     */
    TorchInputs inputs(List<S> states);

    /**
     * How many numbers the script puts out for a state.
     *
     * @param state any
     * @return the length of the value
     */
    int outputs(S state);

    /** {@return the places of the arguments, from 0, that together are the coordinates of a state; none by default} */
    default List<Integer> coordinateArguments() {
        return List.of();
    }
}
