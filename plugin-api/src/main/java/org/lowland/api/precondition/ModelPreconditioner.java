package org.lowland.api.precondition;

import java.util.List;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.LinearBend;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.hessian.ModelHessian;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.topology.InternalCoordinates;

/**
 * Chooses the model of the stiffness of a structure: for a molecule in free space the force constants of a model Hessian
 * on its bonds, angles, torsions and flat centres, as in L. Mones, C. Ortner and G. Csányi, Sci. Rep. 8, 13991 (2018);
 * for periodic systems and where there are no bonds the Laplacian of the neighbours.
 */
public final class ModelPreconditioner {
    private static final String MODEL = "fischer";

    /** What holds every atom of a molecule, in eV/Å²: about the contacts between atoms that are not bonded. */
    private static final double STABILIZATION = 0.1;

    private ModelPreconditioner() {}

    /**
     * The preconditioner of a structure.
     *
     * @param system the atoms
     * @param curvature how stiff an atom is on average, in eV/Å², where the model knows only the pattern
     * @return the inverse of its model Hessian
     */
    public static Preconditioner of(AtomicSystem system, double curvature) {
        return !system.isPeriodic() && InternalCoordinates.suit(system)
                ? ofMolecule(system)
                : new NeighbourLaplacian(system, curvature);
    }

    private static Preconditioner ofMolecule(AtomicSystem system) {
        List<Primitive> coordinates = InternalCoordinates.of(system).primitives().stream()
                .filter(ModelPreconditioner::isLocal)
                .toList();
        double[] constants = ModelHessian.byId(MODEL).forceConstants(system, coordinates);
        StiffnessMatrix matrix = new StiffnessMatrix(system.fixed(), STABILIZATION);
        double[] positions = system.positions();
        double[] gradient = new double[12];
        for (int k = 0; k < constants.length; k++) {
            Primitive coordinate = coordinates.get(k);
            coordinate.evaluate(positions, gradient);
            matrix.add(constants[k], coordinate.atoms(), gradient);
        }
        return SparseCholesky.of(matrix, system.fixed());
    }

    /** Where a whole fragment is and how it is turned would join all its atoms. */
    private static boolean isLocal(Primitive coordinate) {
        return coordinate instanceof Distance
                || coordinate instanceof Angle
                || coordinate instanceof LinearBend
                || coordinate instanceof Torsion
                || coordinate instanceof OutOfPlane;
    }
}
