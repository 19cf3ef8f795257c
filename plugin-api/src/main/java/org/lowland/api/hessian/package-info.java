/**
 * Model Hessians: what the second derivatives of a molecule's energy are like before anything of it has been computed,
 * as one force constant for each internal coordinate. A quasi-Newton method that starts from one needs a fraction of the
 * gradients of one that starts from a multiple of the unit matrix.
 */
package org.lowland.api.hessian;
