/** What stands in Jmol's windows, as far as it can be looked at without a screen. */
package org.lowland.jmol.desktop;
