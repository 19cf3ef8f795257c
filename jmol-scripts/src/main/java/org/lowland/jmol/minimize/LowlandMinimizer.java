package org.lowland.jmol.minimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javajs.util.BS;
import org.jmol.minimize.Minimizer;
import org.jmol.viewer.JmolAsyncException;
import org.jmol.viewer.Viewer;
import org.lowland.api.LowlandException;
import org.lowland.jmol.backend.Backend;
import org.lowland.jmol.backend.Backends;

/**
 * Takes the place of Jmol's minimizer: with a backend chosen it minimizes on that, without one it is Jmol's own. It has
 * the methods of all releases from 14.31 on, whichever is running.
 *
 * <p>Jmol makes a new minimizer for every model that it loads. Constraints and fixed atoms live here and end with it;
 * what is under way lives in {@link Runs}.
 */
public final class LowlandMinimizer extends Minimizer {
    private final Backends backends;
    private final Runs runs;
    private final List<Hold> holds = new ArrayList<>();
    private BS fixed = new BS();

    /**
     * A minimizer without constraints.
     *
     * @param viewer the viewer that it works for
     * @param backends what it computes with
     * @param runs what is under way in that viewer
     */
    public LowlandMinimizer(Viewer viewer, Backends backends, Runs runs) {
        this.backends = backends;
        this.runs = runs;
        super.setProperty("vwr", viewer);
    }

    /** As Jmol 14.31 calls it; Jmol's own text says what the parameters are. */
    @Override
    public boolean minimize(
            int steps, double crit, BS bsSelected, BS bsFixed, boolean haveFixed, boolean forceSilent, String ff)
            throws JmolAsyncException {
        Optional<String> chosen = backends.chosen();
        if (chosen.isEmpty()) {
            runs.nameStockForceField();
            return super.minimize(steps, crit, bsSelected, bsFixed, haveFixed, forceSilent, ff);
        }
        boolean silent = forceSilent || vwr.getBooleanProperty("minimizationSilent");
        Selection selection = Selection.of(vwr, bsSelected, bsFixed, haveFixed, fixed);
        return run(chosen.get(), command(Goal.of(vwr, steps, crit), selection, silent));
    }

    /**
     * As Jmol 14.32 and newer call it; Jmol's own text says what the parameters are.
     *
     * @param steps at most so many
     * @param crit when it is converged
     * @param bsSelected the atoms that may move
     * @param bsFixed the atoms near them that may not
     * @param bsBasis the asymmetric unit of a crystal
     * @param flags what else was asked for
     * @param ff Jmol's force field
     * @return whether anything was begun
     * @throws JmolAsyncException from Jmol's own minimizer
     */
    public boolean minimize(int steps, double crit, BS bsSelected, BS bsFixed, BS bsBasis, int flags, String ff)
            throws JmolAsyncException {
        Optional<String> chosen = backends.chosen();
        MinimizeFlags asked = new MinimizeFlags(flags);
        if (chosen.isEmpty() || asked.quick()) {
            runs.nameStockForceField();
            return StockMinimizer.minimize(this, steps, crit, bsSelected, bsFixed, bsBasis, flags, ff);
        }
        Selection selection = Selection.of(vwr, bsSelected, bsBasis != null, asked, fixed);
        return run(chosen.get(), command(Goal.of(vwr, steps, crit), selection, asked.silent()));
    }

    private MinimizeCommand command(Goal goal, Selection selection, boolean silent) {
        return new MinimizeCommand(goal, selection.moving(), selection.present(), fixed, List.copyOf(holds), silent);
    }

    private boolean run(String chosen, MinimizeCommand command) {
        runs.countAttempt();
        if (runs.isRunning()) {
            Console.say(vwr, "a minimization is under way; 'minimize STOP' ends it");
            return false;
        }
        try {
            Backend backend = backends.open(chosen);
            List<String> notes = new ArrayList<>();
            List<ModelTask> tasks = new ModelTasks(vwr, command, backend.potential(), notes::add).all();
            bsAtoms = everything(tasks);
            runs.nameBackend(backend.id());
            notes.forEach(note -> Console.problem(vwr, note));
            if (command.goal().steps() == 0) {
                SinglePoints.run(vwr, runs, backend, command, tasks);
                return true;
            }
            Minimization run = new Minimization(vwr, runs, backend, command.silent(), tasks);
            return run.begin(!command.silent() && vwr.useMinimizationThread());
        } catch (LowlandException e) {
            runs.refuse(chosen + ": " + e.getMessage());
        } catch (LinkageError e) {
            runs.refuse(chosen + ": a library is missing or does not fit this machine (" + e + ")");
        } catch (RuntimeException e) {
            runs.refuse(chosen + ": this is a defect of Lowland: " + e);
        }
        return false;
    }

    /** Says which atoms the callbacks of a run are about. */
    void attendTo(BS atoms) {
        bsAtoms = atoms;
    }

    private static BS everything(List<ModelTask> tasks) {
        BS all = new BS();
        tasks.forEach(task -> all.or(task.model().everything()));
        return all;
    }

    @Override
    public boolean minimizationOn() {
        return runs.isRunning() || super.minimizationOn();
    }

    /**
     * Takes what commands and Jmol itself say: {@code stop} and {@code cancel} end a run, {@code clear} ends it and, typed
     * as {@code minimize CLEAR}, forgets fixed atoms and constraints.
     */
    @Override
    public Minimizer setProperty(String propertyName, Object value) {
        switch (propertyName) {
            case "stop" -> runs.stop();
            case "cancel" -> runs.cancel();
            case "clear" -> {
                runs.stop();
                if (isTyped()) {
                    holds.clear();
                    fixed = new BS();
                }
            }
            case "fixed" -> {
                fixed = new BS();
                if (value != null) {
                    fixed.or((BS) value);
                }
            }
            case "constraint" -> hold((Object[]) value);
            default -> {
                // The others are about Jmol's own force fields.
            }
        }
        return super.setProperty(propertyName, value);
    }

    /** Whether a command has called, not Jmol itself, which clears its own force fields whenever an atom is edited. */
    private static boolean isTyped() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                        .filter(name -> !name.startsWith(LowlandMinimizer.class.getName()))
                        .findFirst())
                .filter("org.jmol.scriptext.CmdExt"::equals)
                .isPresent();
    }

    private void hold(Object[] given) {
        if (given == null) {
            return;
        }
        if (Hold.isClear(given)) {
            holds.clear();
            return;
        }
        Hold hold = Hold.of(given);
        holds.removeIf(hold::isOfSameAtoms);
        holds.add(hold);
    }
}
