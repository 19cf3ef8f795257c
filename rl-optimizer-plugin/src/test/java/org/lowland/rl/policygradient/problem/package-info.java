/** Problems whose answers are known, for the tests of policy gradients. */
package org.lowland.rl.policygradient.problem;
