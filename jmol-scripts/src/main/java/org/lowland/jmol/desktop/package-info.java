/**
 * Lowland in the windows of Jmol: a menu in its menu bar, a control panel, progress in the view, and the plot of the last
 * run.
 *
 * <p>{@link org.lowland.jmol.desktop.Desktop} starts a Jmol of its own; {@link org.lowland.jmol.desktop.LowlandPlugin} is
 * found by a Jmol that somebody else has started. Both steer by the same {@link org.lowland.jmol.desktop.Steering}, which
 * sends to Jmol what a user could type. Everything that touches a window runs on the event thread, everything that
 * computes elsewhere.
 */
package org.lowland.jmol.desktop;
