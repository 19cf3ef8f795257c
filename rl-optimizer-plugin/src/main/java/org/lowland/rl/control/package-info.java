/**
 * Plain methods that every learned optimizer has to beat at the same number of evaluations: steepest descent, Adam, and
 * two policies that know nothing, one that stays where it is and one that follows the force by a random length.
 */
package org.lowland.rl.control;
