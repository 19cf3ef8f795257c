package org.lowland.io.jmol;

import static org.lowland.io.format.Feature.COORDINATES;
import static org.lowland.io.format.Feature.SEVERAL;
import static org.lowland.io.format.Feature.UNIT_CELL;

import java.util.List;
import java.util.function.Predicate;
import org.lowland.io.format.Feature;
import org.lowland.io.format.FormatProvider;
import org.lowland.io.format.Head;
import org.lowland.io.format.Library;
import org.lowland.io.format.StructureFormat;

/** The formats that are read by Jmol, listed as missing where it is not on the class path. Loads without Jmol. */
public final class JmolFormats implements FormatProvider {
    private static final Feature[] CRYSTALS = {COORDINATES, UNIT_CELL, SEVERAL};

    @Override
    public List<StructureFormat> formats() {
        boolean isThere = isThere();
        return List.of(
                format(
                        isThere,
                        "gulp",
                        "Gulp",
                        "geometries of a GULP output",
                        CRYSTALS,
                        head -> head.contains("GENERAL UTILITY LATTICE PROGRAM")),
                format(isThere, "aims", "Aims", "geometry.in of FHI-aims", CRYSTALS, JmolFormats::isAims),
                format(
                        isThere,
                        "castep",
                        "Castep",
                        "input (.cell) or geometries of an output of CASTEP",
                        CRYSTALS,
                        head -> head.anyLineBegins("%block lattice") || head.contains("CCC   AA    SSS  TTTTT")),
                format(
                        isThere,
                        "espresso",
                        "Espresso",
                        "geometries of an output of Quantum ESPRESSO (pw.x)",
                        CRYSTALS,
                        head -> head.contains("Program PWSCF")));
    }

    private static boolean isAims(Head head) {
        return head.anyLineBegins("lattice_vector ")
                || head.lines().stream()
                        .anyMatch(line -> line.matches("\\s*atom(_frac)?(\\s+[-+.\\dEe]+){3}\\s+[A-Z][a-z]?\\s*"));
    }

    private static StructureFormat format(
            boolean isThere,
            String id,
            String type,
            String description,
            Feature[] features,
            Predicate<Head> signature) {
        return StructureFormat.builder(id, type, description)
                .carries(features)
                .by(Library.JMOL, isThere)
                .reading((name, text) -> JmolFileReader.of(name, text, type))
                .knownBy(signature)
                .build();
    }

    static boolean isThere() {
        try {
            Class.forName("org.jmol.viewer.Viewer", false, JmolFormats.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
