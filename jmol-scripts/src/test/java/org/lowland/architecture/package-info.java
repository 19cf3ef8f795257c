/** What holds for the house as a whole: which module may use which, and where foreign libraries may be seen. */
package org.lowland.architecture;
