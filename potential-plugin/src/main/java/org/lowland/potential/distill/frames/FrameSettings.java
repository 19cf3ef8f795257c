package org.lowland.potential.distill.frames;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lowland.api.InputException;
import org.lowland.api.optimize.Walk;
import org.lowland.api.potential.Potential;
import org.lowland.api.system.AtomicSystem;

/**
 * The section {@code frames} of a recipe: how many structures of each kind are made. A kind that is not there has none.
 *
 * @param relaxation by the student, where most other kinds start; always needed
 * @param start whether the first structures are taken, too
 * @param minimum steps with the teacher from the student's minimum
 * @param rattle random displacements of all atoms
 * @param dynamics short motions on the student
 * @param torsion turns about bonds
 * @param stretch bonds longer and shorter
 * @param bend angles opened and closed
 * @param compression whole molecules made smaller
 * @param dimer two molecules side by side
 */
public record FrameSettings(
        Relaxation relaxation,
        boolean start,
        Minimum.Settings minimum,
        Rattle rattle,
        Dynamics.Settings dynamics,
        Torsion.Settings torsion,
        Stretch stretch,
        Bend bend,
        Compression compression,
        Dimer.Settings dimer) {

    /** Checks the settings. */
    public FrameSettings {
        if (relaxation == null) {
            throw new InputException("frames needs relaxation, from whose end most other kinds start");
        }
    }

    /**
     * The student's relaxations.
     *
     * @param student whose minima are sought
     * @param starts the first structures
     * @return for each start the structures on the way down, the start first
     */
    public List<List<Walk.Position>> relax(Potential student, List<AtomicSystem> starts) {
        return Descent.run(student, starts, relaxation.steps());
    }

    /**
     * What makes the structures.
     *
     * @param student the cheap potential, for relaxations and motions
     * @param teacher the potential that labels
     * @return one for each kind, in a fixed order
     */
    public List<FrameGenerator> generators(Potential student, Potential teacher) {
        return Stream.<FrameGenerator>of(
                        start ? new Start() : null,
                        relaxation,
                        minimum == null ? null : new Minimum(minimum, teacher),
                        rattle,
                        dynamics == null ? null : new Dynamics(dynamics, student),
                        torsion == null ? null : new Torsion(torsion, student),
                        stretch,
                        bend,
                        compression,
                        dimer == null ? null : new Dimer(dimer, student))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Whether two atoms are so close that no teacher has seen the like.
     *
     * @param system the structure
     * @return true for two atoms closer than 0.55 sums of covalent radii
     */
    public static boolean fused(AtomicSystem system) {
        return Contacts.fused(system);
    }
}
