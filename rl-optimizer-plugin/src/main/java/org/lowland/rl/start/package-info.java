/**
 * Structures to start a search from: liquids of the landscapes on which searches are compared, made by random placement
 * and a short run of dynamics at a temperature. Every structure has random numbers of its own, from the seed and its
 * number, so that the same one comes out alone and in any series.
 */
package org.lowland.rl.start;
