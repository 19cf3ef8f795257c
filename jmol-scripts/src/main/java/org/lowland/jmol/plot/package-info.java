/**
 * Energy and largest force against the step of a run: in a window, and as a PNG file.
 *
 * <p>A run goes down by many orders of magnitude in force and by ever less in energy, so that the two are drawn above
 * each other: the energy relative to the last one in kcal/mol, the force in eV/Å on a logarithmic axis.
 */
package org.lowland.jmol.plot;
