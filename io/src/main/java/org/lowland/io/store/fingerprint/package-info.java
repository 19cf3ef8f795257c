/**
 * When two structures are the same. A {@link org.lowland.io.store.fingerprint.Fingerprint} does not depend on the order,
 * the orientation and the place of the atoms, nor on the choice of a cell's vectors, and changes little where atoms move
 * little: what differs by less than a tolerance is surely found by it. An
 * {@link org.lowland.io.store.fingerprint.Alignment} then lays the atoms on each other and measures.
 */
package org.lowland.io.store.fingerprint;
