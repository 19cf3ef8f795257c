/** Small linear algebra, dense and banded, in plain loops that the compiler vectorizes, for what is done at every step. */
package org.lowland.api.numeric;
