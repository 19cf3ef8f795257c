/**
 * The bridge between the atoms that Jmol holds in memory and the structures of this library: one model in, its
 * coordinates back. Jmol is an optional dependency of this module; nothing outside this package and the module for Jmol
 * itself refers to it, so that everything else works where there is no Jmol.
 *
 * <p>It runs on Jmol 14.31 and newer without being compiled for each: coordinates are {@code float} in some releases and
 * {@code double} in others, which {@link org.lowland.io.jmol.Precision} hides.
 */
package org.lowland.io.jmol;
