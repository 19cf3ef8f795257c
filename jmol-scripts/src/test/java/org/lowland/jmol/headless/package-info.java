/** A Jmol without a window, for the tests of all that runs inside Jmol. */
package org.lowland.jmol.headless;
