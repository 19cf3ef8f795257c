package org.lowland.jmol.verb;

import org.jmol.viewer.Viewer;
import org.lowland.api.InputException;
import org.lowland.io.jmol.JmolModel;
import picocli.CommandLine.Option;

/** The option that says which model: {@code @Mixin private ModelOption model;}. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "N",
            description = "which model of those loaded, counted from 1; default the one that is shown")
    private Integer number;

    /**
     * Reads the model.
     *
     * @param viewer the viewer
     * @return the model as it is now
     * @throws InputException when there is none, or several are shown and none is chosen
     */
    JmolModel read(Viewer viewer) {
        return JmolModel.read(viewer, index(viewer));
    }

    private int index(Viewer viewer) {
        int count = viewer.ms.mc;
        if (count == 0 || viewer.ms.ac == 0) {
            throw new InputException("there is no model; load one first");
        }
        if (number != null) {
            if (number < 1 || number > count) {
                throw new InputException("there is no model " + number + "; there are " + count);
            }
            return number - 1;
        }
        int current = viewer.am.cmi;
        if (current < 0 && count > 1) {
            throw new InputException(
                    "several models are shown; choose one, as in --model 1, or show one, as in 'model 1.1'");
        }
        return Math.max(current, 0);
    }
}
