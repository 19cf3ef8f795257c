package org.lowland.api.system;

/** The one table of unit conversions. Inside Lowland all is Å and eV; conversions happen at the edge. */
public final class Units {
    /** One Hartree in eV (CODATA 2018). */
    public static final double HARTREE = 27.211386245988;

    /** One eV in kcal/mol (CODATA 2018, thermochemical calorie). */
    public static final double KCAL_PER_MOL_PER_EV = 23.060547830619;

    /** One eV in kJ/mol (CODATA 2018). */
    public static final double KJ_PER_MOL_PER_EV = 96.48533212331;

    /** One bohr in Å (CODATA 2018). */
    public static final double BOHR = 0.529177210903;

    /** The Boltzmann constant in eV/K (CODATA 2018). */
    public static final double BOLTZMANN = 8.617333262e-5;

    private Units() {}
}
