package org.lowland.rl.control;

/**
 * The policy that stays where it is: what it ends with is where the others start. Immutable and thread-safe.
 */
public final class NullAction extends NullPolicy {
    /** The id under which it is found. */
    public static final String ID = "null-action";

    @Override
    public String id() {
        return ID;
    }

    @Override
    Policy policy(long seed) {
        return at -> new double[3 * at.system().size()];
    }
}
