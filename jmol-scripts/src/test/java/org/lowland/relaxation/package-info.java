/** Every local optimizer on every potential that covers a structure. */
package org.lowland.relaxation;
