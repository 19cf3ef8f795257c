package org.lowland.api.relax;

import org.lowland.api.precondition.ModelPreconditioner;
import org.lowland.api.precondition.Preconditioner;
import org.lowland.api.system.AtomicSystem;

/** The model of the stiffness of a structure on its way, made anew when an atom has moved far. Confined to one thread. */
final class FollowingModel {
    /** In Å, along one axis. */
    private static final double FAR = 0.3;

    private final double curvature;
    private double[] madeAt;
    private Preconditioner model;

    FollowingModel(double curvature) {
        this.curvature = curvature;
    }

    Preconditioner at(AtomicSystem system) {
        double[] positions = system.positions();
        if (madeAt == null || farthest(positions) > FAR) {
            model = ModelPreconditioner.of(system, curvature);
            madeAt = positions;
        }
        return model;
    }

    private double farthest(double[] positions) {
        double largest = 0;
        for (int k = 0; k < positions.length; k++) {
            largest = Math.max(largest, Math.abs(positions[k] - madeAt[k]));
        }
        return largest;
    }
}
