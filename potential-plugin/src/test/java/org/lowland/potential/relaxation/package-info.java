/** Benchmarks of local optimizers on the potentials of this module. */
package org.lowland.potential.relaxation;
