/**
 * Trained networks as potentials: an archive whose metadata says what the network is, read into a
 * {@link org.lowland.potential.model.NetworkPotential}, and the providers of the models that ship in the jar.
 */
package org.lowland.potential.model;
