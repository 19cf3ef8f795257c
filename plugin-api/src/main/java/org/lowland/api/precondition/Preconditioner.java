package org.lowland.api.precondition;

/** A symmetric positive definite matrix near the Hessian, inverted. Immutable and thread-safe. */
public interface Preconditioner {

    /**
     * The inverse of the matrix times a vector. A linear function: nothing of earlier calls enters.
     *
     * @param forces 3N components, in eV/Å where the matrix is in eV/Å²
     * @return 3N components, in Å; zero on fixed atoms
     */
    double[] solve(double[] forces);
}
