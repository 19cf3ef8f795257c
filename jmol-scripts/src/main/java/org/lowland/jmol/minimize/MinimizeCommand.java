package org.lowland.jmol.minimize;

import java.util.List;
import javajs.util.BS;

/**
 * What a {@code minimize} command asks for, with what commands before it have set.
 *
 * @param goal when it ends
 * @param moving Jmol's indices of the atoms that may move
 * @param present Jmol's indices of the atoms that are evaluated, all others being left out
 * @param fixed Jmol's indices of the atoms that {@code FIX} holds, in whatever model
 * @param holds what {@code CONSTRAINT} holds
 * @param silent whether nothing is reported or drawn on the way
 */
record MinimizeCommand(Goal goal, BS moving, BS present, BS fixed, List<Hold> holds, boolean silent) {}
