package org.lowland.io.report;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lowland.api.optimize.OptimizationListener;

/** Follows all walks of a loop and keeps a curve of each until it is taken. Thread-safe. */
public final class CurveRecorder implements OptimizationListener {
    private final Map<Integer, Curve> curves = new ConcurrentHashMap<>();
    private final int whole;

    /**
     * A recorder that has seen nothing.
     *
     * @param whole of how many walks, from the first, all points are wanted; of the others the start is kept
     */
    public CurveRecorder(int whole) {
        this.whole = whole;
    }

    @Override
    public void moved(int index, Progress progress) {
        Curve known = curves.get(index);
        if (known == null || index < whole) {
            Curve curve = known == null ? new Curve() : known;
            curve.add(progress.evaluations(), progress.best().evaluation().energy(), progress.fmax());
            curves.put(index, curve);
        }
    }

    /**
     * Gives a curve away once its walk has ended.
     *
     * @param index which of the systems given to the loop, in their order, from 0
     * @return the curve, empty when nothing was evaluated
     */
    public Curve take(int index) {
        Curve curve = curves.remove(index);
        return curve == null ? new Curve() : curve;
    }
}
