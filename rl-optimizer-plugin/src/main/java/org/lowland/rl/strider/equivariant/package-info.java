/**
 * Policies of spherical features, as StriderNET has in its second variant: the published configuration by its name, whose
 * displacements are exactly zero whatever its parameters, and one that can do what it was made for. From a scalar, products
 * with harmonics of degrees 0 and 3 alone make scalars and degree 3 only; degree 3 is not among the features that are
 * kept, and so no vector ever comes about. Harmonics of degree 1 make vectors in one product.
 */
package org.lowland.rl.strider.equivariant;
