/**
 * Functions of a state with parameters, and their derivatives by hand: what policies and value functions are made of. A
 * {@link org.lowland.rl.policygradient.function.ParametricFunction} knows nothing of probabilities, so a network in
 * another library takes part in everything by implementing it: values forward, products with a cotangent backward, both
 * for many states at once.
 */
package org.lowland.rl.policygradient.function;
