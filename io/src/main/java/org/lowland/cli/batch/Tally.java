package org.lowland.cli.batch;

/** Counts what became of the records of a run. Confined to one thread. */
public final class Tally {
    private int readable;
    private int good;
    private int notConverged;
    private int changed;
    private int failed;

    void addReadable() {
        readable++;
    }

    void addGood() {
        good++;
    }

    void addNotConverged() {
        notConverged++;
    }

    void addChanged() {
        changed++;
    }

    void addFailed() {
        failed++;
    }

    /** {@return the number of records that could be read} */
    public int readable() {
        return readable;
    }

    /** {@return the number of records with which all is well} */
    public int good() {
        return good;
    }

    /** {@return the number of records that did not converge} */
    public int notConverged() {
        return notConverged;
    }

    /** {@return the number of records that failed} */
    public int failed() {
        return failed;
    }

    /** {@return the number of records that are another molecule than before} */
    public int changed() {
        return changed;
    }

    /** {@return the number of records with a result} */
    public int written() {
        return good + notConverged + changed;
    }

    @Override
    public String toString() {
        int all = written() + failed;
        return all + (all == 1 ? " structure: " : " structures: ") + good + " converged, " + notConverged
                + " not converged, " + changed + " another molecule than before, " + failed + " failed";
    }
}
