/**
 * The bridge between CDK's molecules and the numbers inside: {@link org.lowland.api.molecule.Molecules} turns an {@code
 * IAtomContainer} into an {@link org.lowland.api.system.AtomicSystem}, gives a copy of the molecule at new positions with
 * all else as it was, and checks from the geometry itself that it still is the same molecule.
 *
 * <p>Nothing downstream of this package sees CDK.
 */
package org.lowland.api.molecule;
