/** The plot of a run. */
package org.lowland.jmol.plot;
