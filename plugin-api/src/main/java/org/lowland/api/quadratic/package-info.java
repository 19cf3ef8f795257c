/**
 * The quadratic model of an energy surface in redundant internal coordinates: the gradient at a structure, a Hessian
 * that starts from a model and learns from every gradient, and the step to the minimum of both.
 *
 * <p>All linear algebra is done in the Cartesian coordinates of the atoms that may move. With Wilson's B matrix a
 * redundant Hessian H becomes BᵀHB, which needs neither a generalized inverse nor eigenvectors; a step costs a few
 * Cholesky factorizations of that size.
 */
package org.lowland.api.quadratic;
