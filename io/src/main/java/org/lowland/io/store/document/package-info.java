/**
 * Structures as text, whole: what goes into a store comes out of it the same. Nothing is rounded, guessed or completed.
 */
package org.lowland.io.store.document;
