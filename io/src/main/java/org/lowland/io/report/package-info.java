/**
 * Reports of runs for people: one HTML page that needs nothing but itself. Charts are drawn as SVG by a few lines of
 * our own, because charts drawn by way of AWT carry every letter as an outline (half a megabyte for one chart), cannot be
 * read aloud or restyled for a dark screen, and need fonts on the machine. Pages are well-formed XML, memory is bounded
 * whatever the number of structures, and a page appears under its name when it is whole.
 */
package org.lowland.io.report;
