/**
 * Errors of a potential on labelled structures, and the command {@code evaluate} that prints them.
 */
package org.lowland.potential.evaluate;
