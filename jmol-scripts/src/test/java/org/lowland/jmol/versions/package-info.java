/**
 * Everything that runs inside Jmol, run again inside the Jmols that are installed: method signatures and the type of
 * coordinates differ between 14.31, 14.32 and 16. Tests tagged {@code jmol} run in this build's Jmol like all others and,
 * once more, in a virtual machine of their own with another jar in its place.
 */
package org.lowland.jmol.versions;
