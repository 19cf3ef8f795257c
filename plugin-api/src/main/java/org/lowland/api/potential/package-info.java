/**
 * Energies and forces: the contract of a {@link org.lowland.api.potential.Potential}, what it declares about its domain
 * and what it returns.
 */
package org.lowland.api.potential;
