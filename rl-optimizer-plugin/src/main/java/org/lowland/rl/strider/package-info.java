/**
 * {@code strider}: a search whose steps a learned policy takes, after StriderNET, V. Bihani, S. Manchanda, S. Sastry, S.
 * Ranu, N. M. A. Krishnan, ICML 2023. {@link org.lowland.rl.strider.episode} says what a policy is in and what its steps
 * lead to, {@link org.lowland.rl.strider.policy} what it sees and does, {@link org.lowland.rl.strider.train} how it learns.
 */
package org.lowland.rl.strider;
