/**
 * Atoms as numbers: immutable snapshots of atomic numbers, positions and cells, and the neighbour list over them.
 * Nothing of CDK or of any tensor library is in here.
 */
package org.lowland.api.system;
