package org.lowland.api.precondition;

import java.util.Arrays;
import java.util.List;
import org.lowland.api.coordinate.Angle;
import org.lowland.api.coordinate.Distance;
import org.lowland.api.coordinate.LinearBend;
import org.lowland.api.coordinate.OutOfPlane;
import org.lowland.api.coordinate.Primitive;
import org.lowland.api.coordinate.Torsion;
import org.lowland.api.hessian.ModelHessian;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.topology.Clashes;
import org.lowland.api.topology.InternalCoordinates;

/**
 * Chooses the model of the stiffness of a structure: for a molecule in free space the force constants of a model Hessian
 * on its bonds, angles, torsions and flat centres, as in L. Mones, C. Ortner and G. Csányi, Sci. Rep. 8, 13991 (2018);
 * for periodic systems and where there are no bonds the Laplacian of the neighbours; while atoms of a molecule clash, every
 * atom alike.
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
        if (system.isPeriodic() || !InternalCoordinates.suit(system)) {
            return new NeighbourLaplacian(system, curvature);
        }
        Preconditioner uniform = new UniformStiffness(system.fixed(), curvature);
        if (Clashes.any(system)) {
            return uniform;
        }
        Preconditioner model = ofMolecule(system);
        return isSound(model, system.size()) ? model : uniform;
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
            if (isFinite(constants[k], gradient, 3 * coordinate.atoms().length)) {
                matrix.add(constants[k], coordinate.atoms(), gradient);
            }
        }
        return SparseCholesky.of(matrix, system.fixed());
    }

    /** Rounding can leave a matrix of very stiff and very soft coordinates without an inverse. */
    private static boolean isSound(Preconditioner model, int atoms) {
        double[] probe = new double[3 * atoms];
        Arrays.fill(probe, 1);
        return Arrays.stream(model.solve(probe)).allMatch(Double::isFinite);
    }

    /** A torsion about an axis that has become straight has no gradient, and says nothing of stiffness. */
    private static boolean isFinite(double constant, double[] gradient, int components) {
        double sum = constant;
        for (int k = 0; k < components; k++) {
            sum += gradient[k];
        }
        return Double.isFinite(sum);
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
