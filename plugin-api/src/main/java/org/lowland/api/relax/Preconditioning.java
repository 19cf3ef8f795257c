package org.lowland.api.relax;

/** What {@link Lbfgs} takes for the second derivatives before it knows anything of them. */
public enum Preconditioning {
    /** One curvature in every direction. */
    NONE,
    /** A sparse model of the stiffness of the structure, see {@link org.lowland.api.precondition.ModelPreconditioner}. */
    MODEL
}
