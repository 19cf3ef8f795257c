/**
 * What a Jmol viewer and this library have with each other: {@link org.lowland.jmol.session.JmolSession} is installed once
 * in a viewer and keeps the minimizer in its place, the potentials loaded, and the words {@code javascript("lowland ...")}
 * answered.
 */
package org.lowland.jmol.session;
