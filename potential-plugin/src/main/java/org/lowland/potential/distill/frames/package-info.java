/**
 * Structures for a student to learn from, made of first structures of molecules. Each
 * {@link org.lowland.potential.distill.frames.FrameGenerator} is one way: along relaxations, near minima, displaced at
 * random, in motion, turned about bonds, with bonds stretched and angles bent, compressed, side by side. Which there are and
 * how many is said by {@link org.lowland.potential.distill.frames.FrameSettings}.
 */
package org.lowland.potential.distill.frames;
