package org.lowland.jmol.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.lowland.jmol.minimize.RunListener;
import org.lowland.jmol.minimize.RunProgress;
import org.lowland.jmol.minimize.RunRecord;
import org.lowland.jmol.minimize.RunStart;

/**
 * Turns the events of runs into one line of text for those who show it. Events come from the thread of the run as fast as
 * it goes; on the event thread only the newest line arrives, as often as that thread has time. Readers are added and
 * called on the event thread.
 */
final class RunLine implements RunListener {

    /**
     * What is to be shown.
     *
     * @param text one line
     * @param running whether the run goes on
     */
    record Line(String text, boolean running) {}

    private final List<Consumer<Line>> readers = new ArrayList<>();
    private final AtomicReference<Line> newest = new AtomicReference<>();
    private volatile String backend = "";
    private volatile RunProgress first;

    void addReader(Consumer<Line> reader) {
        readers.add(reader);
    }

    @Override
    public void started(RunStart start) {
        backend = start.backend();
        first = null;
        show(new Line(RunText.starting(backend, start.atoms()), true));
    }

    @Override
    public void progressed(RunProgress progress) {
        if (first == null) {
            first = progress;
        }
        show(new Line(RunText.running(backend, first, progress), true));
    }

    @Override
    public void ended(RunRecord record) {
        show(new Line(RunText.ended(record), false));
    }

    @Override
    public void refused(String message) {
        show(new Line(message, false));
    }

    private void show(Line line) {
        if (newest.getAndSet(line) == null) {
            SwingUtilities.invokeLater(() -> {
                Line last = newest.getAndSet(null);
                readers.forEach(reader -> reader.accept(last));
            });
        }
    }
}
