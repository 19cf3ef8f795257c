package org.lowland.potential.relaxation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lowland.api.molecule.Molecules;
import org.lowland.api.system.AtomicSystem;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;

/** Structures for benchmarks from folders of files. */
public final class FirstStructure {
    private FirstStructure() {}

    /** The {@code .xyz} and {@code .sdf} files of a folder, in the order of their names. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().matches(".*\\.(xyz|sdf)"))
                    .sorted()
                    .toList();
        }
    }

    /** The first structure of a file. */
    public static AtomicSystem read(Path file) {
        try (RecordReader<? extends Structure> reader = StructureFormat.of(file).open(file)) {
            Structure structure = reader.next();
            return structure instanceof MoleculeRecord molecule
                    ? Molecules.toSystem(molecule.molecule())
                    : ((LabelledFrame) structure).system();
        }
    }
}
