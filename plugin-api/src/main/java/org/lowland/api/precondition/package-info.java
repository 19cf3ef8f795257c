/**
 * Sparse, symmetric, positive definite guesses of the second derivatives of the energy, and their inverses applied to
 * forces in a time that grows linearly with the number of atoms: what a quasi-Newton method begins with where it knows
 * nothing yet ({@link org.lowland.api.precondition.Preconditioner}).
 */
package org.lowland.api.precondition;
