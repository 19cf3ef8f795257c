/**
 * A database of structures with their energies and forces and where these come from: what searches and batches of any
 * number of processes have finished, kept at once and for good. It lives in one file (H2) or on a server (PostgreSQL,
 * MariaDB). {@link org.lowland.io.store.StructureStore} is the way in; what it says was stored is committed.
 */
package org.lowland.io.store;
