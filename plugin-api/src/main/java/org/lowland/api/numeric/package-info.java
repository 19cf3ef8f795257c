/** Small dense linear algebra in plain loops that the compiler vectorizes, for what is done at every step. */
package org.lowland.api.numeric;
