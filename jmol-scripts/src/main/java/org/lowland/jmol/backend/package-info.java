/**
 * The backends that a Jmol viewer works with: which one its scripts have chosen, and the potentials that were loaded for
 * it, which stay loaded.
 */
package org.lowland.jmol.backend;
