package org.lowland.rl.landscape;

/**
 * A largest displacement that follows the fraction of accepted moves: after every 50 moves it grows or shrinks by 5 %.
 *
 * @param length in Å, along each axis
 * @param moves since it was last adapted
 * @param accepted how many of them were
 */
record StepSize(double length, int moves, int accepted) {
    private static final int WINDOW = 50;
    private static final double FACTOR = 1.05;

    StepSize(double length) {
        this(length, 0, 0);
    }

    /**
     * The step after one more move.
     *
     * @param isAccepted whether that move was
     * @param target the wanted fraction of accepted moves
     * @return the step for the next move
     */
    StepSize after(boolean isAccepted, double target) {
        int newMoves = moves + 1;
        int newAccepted = accepted + (isAccepted ? 1 : 0);
        if (newMoves < WINDOW) {
            return new StepSize(length, newMoves, newAccepted);
        }
        return new StepSize(newAccepted > target * newMoves ? length * FACTOR : length / FACTOR);
    }
}
