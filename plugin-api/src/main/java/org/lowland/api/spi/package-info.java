/**
 * How backends are found: providers registered with {@link java.util.ServiceLoader}, looked up by a short lower-case id
 * that may carry typed options, as in {@code basin-hopping?temperature=0.8@lj}.
 */
package org.lowland.api.spi;
