/** The distribution as users have it: commands typed, files and exit codes looked at. */
package org.lowland.endtoend;
