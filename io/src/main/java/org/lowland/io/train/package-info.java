/** How trainings are found: the {@code train} command reads a configuration and hands it to the trainer of its kind. */
package org.lowland.io.train;
