/**
 * The command {@code lowland jmol}: Jmol with Lowland in it, in its own window or, for servers, without any.
 *
 * <p>The class of the command itself names no type of Jmol, so that help and bad usage work with a class path whose Jmol
 * is missing or is not one.
 */
package org.lowland.jmol.command;
