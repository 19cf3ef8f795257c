/** The command that starts Jmol. */
package org.lowland.jmol.command;
