/**
 * Functions that turn with their arguments: the parts that equivariant networks are made of, computed in double precision.
 *
 * <p>A feature is a row of numbers that rotations and reflections mix by known matrices. {@link
 * org.lowland.potential.equivariant.Irreps} says which: {@code 32x0e+16x1o} are 32 scalars and 16 vectors, {@code e} and
 * {@code o} telling whether an inversion leaves them or changes their sign. The numbers of one such feature lie one after
 * another: for each term, for each of its copies, the 2l + 1 components.
 *
 * <p>Conventions, those of e3nn: the components of degree l have m = -l..l about the y axis, so that those of degree 1 are
 * x, y, z; {@link org.lowland.potential.equivariant.SphericalHarmonics} are real and without the Condon-Shortley phase; the
 * real {@link org.lowland.potential.equivariant.Wigner3j} have the Euclidean norm 1. Products and linear maps are scaled so
 * that components of variance 1 and weights of variance 1 give components of variance 1.
 *
 * <p>Source: M. Geiger, T. Smidt, e3nn: Euclidean neural networks, arXiv:2207.09453 (2022). Everything here is immutable.
 */
package org.lowland.potential.equivariant;
