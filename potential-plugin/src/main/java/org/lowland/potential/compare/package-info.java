/**
 * Several trainings side by side: the curves of their errors in one picture, their errors over the number of frames that
 * they had, and the command {@code compare} that shows them.
 */
package org.lowland.potential.compare;
