/**
 * Pictures of structures, drawn by a Jmol without a screen. Reports find the painter here as a service, so that nothing
 * but this module needs Jmol for them.
 */
package org.lowland.jmol.picture;
