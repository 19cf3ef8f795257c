/**
 * What every test of Lowland shares, and what a plug-in inherits to show that it keeps the contracts.
 *
 * <p>A test of a potential extends {@link org.lowland.test.PotentialContract}, a test of an optimizer
 * {@link org.lowland.test.OptimizerContract}; each names its backend and what precision it claims, and runs every
 * check. {@link org.lowland.test.Structures} has molecules, clusters and boxes of our own making,
 * {@link org.lowland.test.ReferenceValues} figures from the literature with their sources, and
 * {@link org.lowland.test.ToyPotential} is a smooth molecule-like potential that needs nothing,
 * {@link org.lowland.test.XtbPotential} a real one where its program is installed.
 */
package org.lowland.test;
