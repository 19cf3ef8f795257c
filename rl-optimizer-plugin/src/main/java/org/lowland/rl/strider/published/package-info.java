/**
 * StriderNET as its code has it (V. Bihani et al., ICML 2023), for comparison with {@code strider}: a graph network on raw
 * displacement vectors, whose displacements are the means of a Gaussian with a deviation of a millionth, trained by the
 * gradient through the energy. What sets the code apart from what is said of it has a name in {@link
 * org.lowland.rl.strider.published.PublishedForm} and can be switched off one by one. It does not turn with the structure.
 */
package org.lowland.rl.strider.published;
