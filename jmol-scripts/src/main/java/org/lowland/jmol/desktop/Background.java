package org.lowland.jmol.desktop;

/** What takes time, off the event thread; none of it keeps Jmol from ending, and none waits for another. */
final class Background {
    private Background() {}

    static void run(Runnable work) {
        Thread thread = new Thread(work, "lowland-desktop");
        thread.setDaemon(true);
        thread.start();
    }
}
