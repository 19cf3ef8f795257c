/**
 * Files as the rest sees them: text that may be compressed, and output that appears under its name only when it is
 * whole.
 */
package org.lowland.io.file;
