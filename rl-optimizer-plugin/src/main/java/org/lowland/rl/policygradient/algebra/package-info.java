/**
 * The linear algebra of learning: vectors as plain arrays, small dense symmetric systems on ND4J's BLAS and LAPACK, large
 * ones by conjugate gradients on products; and steps along gradients.
 */
package org.lowland.rl.policygradient.algebra;
