package org.lowland.jmol.verb;

import java.nio.file.Path;
import org.lowland.api.InputException;
import org.lowland.jmol.minimize.RunRecord;
import org.lowland.jmol.plot.EnergyPlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The plot of the last run. */
@Command(
        name = "plot",
        description = "Draws energy and largest force over the steps of the last optimization or minimization.")
final class PlotVerb implements Verb {
    @Parameters(paramLabel = "OUT", description = "the file to write: .png")
    private String file;

    @Override
    public Answer run(Scene scene) {
        RunRecord last = scene.session()
                .lastRun()
                .orElseThrow(() -> new InputException("there is no run to plot; optimize something first"));
        Path target = scene.file(file);
        EnergyPlot.write(last, target);
        return new Answer().with("file", target.toString()).with("title", last.title());
    }
}
