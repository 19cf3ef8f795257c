/** The script verb and the scripts that come along, in a real Jmol without a window. */
package org.lowland.jmol.verb;
