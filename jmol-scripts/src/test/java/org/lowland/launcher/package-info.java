/** The scripts that build and start Lowland. */
package org.lowland.launcher;
