package org.lowland.potential.distill.frames;

import org.lowland.api.system.AtomicSystem;

/**
 * A structure that is to be labelled.
 *
 * @param group what a training divides by; of several molecules together their groups, joined by a plus sign
 * @param molecule the key of what it is
 * @param kind how it was made, for example {@code torsion}
 * @param system the atoms
 */
public record Candidate(String group, String molecule, String kind, AtomicSystem system) {}
