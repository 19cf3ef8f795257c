package org.lowland.cli.batch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.lowland.api.InputException;
import org.lowland.io.format.Feature;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.format.StructureWriter;
import org.lowland.io.format.XyzWriter;
import org.lowland.io.report.OptimizationReport;

/**
 * The files of a run, which appear together at its end.
 *
 * @param format of the structures
 * @param structures where results go
 * @param trajectory where accepted structures go, when they are wanted
 * @param json a line for each result
 * @param report a page about the run, when it is wanted
 */
public record Outputs(
        StructureFormat format,
        StructureWriter structures,
        Optional<XyzWriter> trajectory,
        JsonLines json,
        Optional<OptimizationReport> report)
        implements AutoCloseable {

    /**
     * Begins the files.
     *
     * @param output the name of the file of results
     * @param trajectory the name of the file of accepted structures; null when it is not wanted
     * @param json the lines, which this closes
     * @param report the page, when it is wanted, which this closes
     * @param lost told what the format cannot hold
     * @return the files
     * @throws org.lowland.api.InputException when a folder cannot be written
     */
    public static Outputs create(
            Path output, Path trajectory, JsonLines json, Optional<OptimizationReport> report, Consumer<String> lost) {
        StructureFormat format = StructureFormat.of(output);
        if (!format.carries(Feature.COORDINATES)) {
            throw new InputException(
                    output + ": " + format.name() + " holds no coordinates; write a format that does, such as .sdf");
        }
        StructureWriter structures = StructureWriter.create(output, format, lost);
        try {
            Optional<XyzWriter> frames = Optional.ofNullable(trajectory).map(XyzWriter::create);
            return new Outputs(format, structures, frames, json, report);
        } catch (RuntimeException e) {
            structures.close();
            throw e;
        }
    }

    /**
     * Makes the files appear.
     *
     * @param anyResult whether there are structures to write
     */
    public void commit(boolean anyResult) {
        if (anyResult) {
            structures.commit();
            trajectory.ifPresent(XyzWriter::commit);
        }
        json.commit();
        report.ifPresent(OptimizationReport::commit);
    }

    @Override
    public void close() {
        structures.close();
        trajectory.ifPresent(XyzWriter::close);
        json.close();
        report.ifPresent(OptimizationReport::close);
    }
}
