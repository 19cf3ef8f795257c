package org.lowland.io.dataset;

import static org.lowland.io.format.Feature.COORDINATES;
import static org.lowland.io.format.Feature.ENERGIES;
import static org.lowland.io.format.Feature.FORCES;
import static org.lowland.io.format.Feature.SEVERAL;

import java.util.List;
import org.lowland.io.format.FormatProvider;
import org.lowland.io.format.StructureFormat;

/** The arrays of NumPy among the formats: what trainings read, written by conversions. */
public final class NumpyFormat implements FormatProvider {
    @Override
    public List<StructureFormat> formats() {
        return List.of(StructureFormat.builder(
                        "npz", "NPZ", "arrays of NumPy in the layout of rMD17, in Å, kcal/mol and kcal/mol/Å")
                .endings("npz")
                .carries(COORDINATES, SEVERAL, ENERGIES, FORCES)
                .writing(NumpyAppender::new)
                .build());
    }
}
