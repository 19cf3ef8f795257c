/**
 * Work on many structures: reading them one after the other over all inputs, making them ready for a potential, running
 * them as a stream in constant memory, and reporting on each. A bad record is reported and the others are done.
 */
package org.lowland.cli.batch;
