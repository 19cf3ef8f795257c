package org.lowland.io.dataset;

import java.util.Optional;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

/**
 * A labelled structure of a data set. Immutable.
 *
 * @param place where it stands, for messages: the file and the frame, counted from 1
 * @param group what molecule it is: the key {@code species} of extended XYZ, else the formula
 * @param kind what sort of structure it is: the key {@code kind} of extended XYZ, such as {@code torsion}
 * @param system its atoms
 * @param labels energy in eV and forces in eV/Å, all finite
 */
public record Sample(String place, String group, Optional<String> kind, AtomicSystem system, Evaluation labels) {}
