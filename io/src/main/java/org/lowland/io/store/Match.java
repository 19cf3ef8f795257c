package org.lowland.io.store;

/**
 * A record that is the same structure as another.
 *
 * @param id its number
 * @param distance how far it is away in Å: root mean square distance of the atoms, in cells of the distances between them
 */
public record Match(long id, double distance) {}
