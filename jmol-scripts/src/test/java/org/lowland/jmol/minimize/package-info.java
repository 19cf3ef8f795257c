/** {@code minimize} in a real Jmol without a screen. The same suite runs on other releases of Jmol. */
package org.lowland.jmol.minimize;
