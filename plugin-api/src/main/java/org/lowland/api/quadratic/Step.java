package org.lowland.api.quadratic;

/**
 * Where the minimum of a quadratic model is.
 *
 * @param displacement 3N Cartesian displacements in Å, zero on fixed atoms
 * @param predicted how the model's energy changes, in eV; negative
 * @param length of the step, in radians and bohr
 * @param bounded whether the trust radius cut it short
 */
public record Step(double[] displacement, double predicted, double length, boolean bounded) {}
