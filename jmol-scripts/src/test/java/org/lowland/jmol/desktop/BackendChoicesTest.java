package org.lowland.jmol.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jmol.adapter.smarter.SmarterJmolAdapter;
import org.jmol.api.JmolViewer;
import org.jmol.viewer.Viewer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lowland.jmol.backend.Backends;

@Tag("jmol")
class BackendChoicesTest {
    @Test
    void whatDescendsOnWhatKnowsMoleculesIsOffered() {
        Viewer viewer =
                (Viewer) JmolViewer.allocateViewer(null, new SmarterJmolAdapter(), "test", null, null, "-n -i", null);
        try (Backends backends = new Backends(viewer)) {
            List<String> choices = BackendChoices.find(backends);

            assertThat(choices).startsWith("rfo@organic").contains("lbfgs@organic", "fire@organic");
            assertThat(choices)
                    .as("searches, potentials that know no bonds, and those that need a file")
                    .noneMatch(choice -> choice.startsWith("basin-hopping@"))
                    .noneMatch(choice -> choice.endsWith("@lj") || choice.endsWith("@kob-andersen"))
                    .noneMatch(choice -> choice.endsWith("@ani-2x") || choice.endsWith("@network"));
        }
    }
}
