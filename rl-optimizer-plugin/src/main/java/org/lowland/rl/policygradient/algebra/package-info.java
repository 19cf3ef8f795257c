/**
 * The linear algebra of learning: vectors as plain arrays, small dense symmetric systems on ND4J's BLAS and LAPACK, large
 * ones by conjugate gradients on products.
 */
package org.lowland.rl.policygradient.algebra;
