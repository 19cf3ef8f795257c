package org.lowland.jmol.session;

import java.util.regex.Pattern;
import org.lowland.jmol.minimize.Runs;

/**
 * Says that there is nothing to minimize where no model is loaded: Jmol 14.32 and newer do not even call their minimizer
 * then, and say nothing. Confined to the thread of the scripts.
 */
final class EmptyViewer {
    private static final Pattern MINIMIZE = Pattern.compile("(?i)(?:^|[;{\\s])minimi[sz]e(?:$|[;}\\s])");

    private final JmolSession session;
    private final Runs runs;
    private boolean minimizes;
    private long attempts;

    EmptyViewer(JmolSession session, Runs runs) {
        this.session = session;
        this.runs = runs;
    }

    /** Hears what Jmol tells of its scripts: first the text of one that begins, at last that it is done. */
    void hear(Object[] data) {
        String status = data.length > 1 ? String.valueOf(data[1]) : "";
        if (status.endsWith("started")) {
            minimizes =
                    data.length > 2 && MINIMIZE.matcher(String.valueOf(data[2])).find();
            attempts = runs.attempts();
        } else if (status.contains("terminated") && minimizes) {
            minimizes = false;
            boolean empty = session.viewer().ms.ac == 0;
            if (empty
                    && attempts == runs.attempts()
                    && session.backends().chosen().isPresent()) {
                runs.refuse("there is nothing to minimize; load a model");
            }
        }
    }
}
