package org.lowland.io.dataset;

import java.nio.file.Path;
import java.util.List;

/** One format of data sets. */
interface DataSetFormat {

    /** Endings of file names, in lower case, with the dot. */
    List<String> endings();

    /** What the numbers are in unless it is said. */
    LabelUnits units();

    /** Hands the structures of a file to a maker, in their order. */
    void read(Path file, DataSetOptions options, SampleMaker into);
}
