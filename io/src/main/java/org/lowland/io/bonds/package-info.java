/**
 * Bonds of atoms that come without any, as in XYZ files: connectivity from distances, orders and formal charges from
 * valences.
 */
package org.lowland.io.bonds;
