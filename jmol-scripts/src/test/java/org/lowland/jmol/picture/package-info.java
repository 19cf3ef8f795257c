/** Pictures drawn by the real Jmol. */
package org.lowland.jmol.picture;
