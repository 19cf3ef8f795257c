package org.lowland.potential.train;

import java.io.PrintWriter;
import java.util.Locale;
import org.lowland.api.system.Units;
import org.lowland.potential.evaluate.LabelErrors;

/** Says how a training goes: a line for each evaluation, and one a minute between them. Confined to one thread. */
final class ProgressLog {
    private static final double INTERVAL = 60;

    private final PrintWriter out;
    private final long steps;
    private final int batch;
    private double secondsBefore;
    private long firstStep;
    private long started;
    private double spoke;

    ProgressLog(PrintWriter out, long steps, int batch) {
        this.out = out;
        this.steps = steps;
        this.batch = batch;
    }

    void start(String engine, long step, double before) {
        firstStep = step;
        secondsBefore = before;
        started = System.nanoTime();
        say("trained by " + engine + (step > 0 ? ", from step " + step + " on" : ""));
    }

    /** Seconds of training, those before a resumption too. */
    double seconds() {
        return secondsBefore + here();
    }

    void step(long step, double loss) {
        if (here() - spoke > INTERVAL) {
            line(step, loss, "");
        }
    }

    void evaluation(long step, double loss, LabelErrors errors, double rate) {
        line(
                step,
                loss,
                String.format(
                        Locale.ROOT,
                        "  force MAE %.4f eV/Å%s  rate %.2g",
                        errors.forceMae(),
                        Double.isNaN(errors.energyMae()) ? "" : energy(errors.energyMae()),
                        rate));
    }

    private static String energy(double error) {
        return String.format(Locale.ROOT, "  energy MAE %.2f kcal/mol", error * Units.KCAL_PER_MOL_PER_EV);
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    private void line(long step, double loss, String errors) {
        spoke = here();
        double speed = (step - firstStep) / Math.max(spoke, 1e-9);
        say(String.format(
                Locale.ROOT,
                "step %d of %d  loss %.4f%s  %.1f steps/s, %.1f frames/s  %s, %s left",
                step,
                steps,
                loss,
                errors,
                speed,
                speed * batch,
                duration(seconds()),
                step > firstStep ? duration((steps - step) / speed) : "unknown"));
    }

    private double here() {
        return (System.nanoTime() - started) * 1e-9;
    }

    /** Such as {@code 47 s}, {@code 12 min 5 s} or {@code 3 h 20 min}. */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s % 3600 / 60 + " min";
    }
}
