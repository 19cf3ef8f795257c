/**
 * Which atoms of a system are bonded, and the redundant set of internal coordinates that follows from it
 * ({@link org.lowland.api.topology.InternalCoordinates}).
 */
package org.lowland.api.topology;
