package org.lowland.io.format.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lowland.io.file.StreamOutput;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.lowland.io.format.StructureWriter;

/** A part of the round trips of {@link RoundTripStudy}, in every build: nothing is lost without a word. */
class RoundTripTableTest {
    private static final List<Sample> SAMPLES = new ArrayList<>();

    @BeforeAll
    static void build() {
        SAMPLES.addAll(Corpus.every(4));
    }

    @Test
    void nothingIsLostWithoutAWord() {
        RoundTripTable table = new RoundTripTable();
        for (String format : RoundTripStudy.FORMATS) {
            table.measure(format, SAMPLES);
        }
        assertThat(table.silent()).isEmpty();
        for (String format :
                List.of("sdf", "v3000", "mol2", "cml", "xyz", "cif", "poscar", "coord", "json", "npz", "hdf5")) {
            assertAllCarriedIsKept(format, table.row(format));
        }
    }

    /** What a format says it carries comes back from all structures; what it takes into a file comes back as many. */
    private static void assertAllCarriedIsKept(String id, Map<Feature, int[]> row) {
        StructureFormat format = StructureFormat.byId(id);
        row.forEach((feature, fates) -> {
            boolean box = feature == Feature.UNIT_CELL && !format.carries(Feature.MULTIPLICITY);
            if (format.carries(feature) && !box) {
                assertThat(fates[RoundTripTable.Fate.TOLD.ordinal()] + fates[RoundTripTable.Fate.SILENT.ordinal()])
                        .as(id + " " + feature)
                        .isZero();
            }
        });
    }

    @Test
    void severalStructuresStayApart() {
        for (String id : RoundTripStudy.FORMATS) {
            // arrays have no titles, which tell the structures apart here
            if (!StructureFormat.byId(id).carries(Feature.SEVERAL)
                    || !StructureFormat.byId(id).carries(Feature.TITLE)) {
                continue;
            }
            List<Structure> fitting = SAMPLES.stream()
                    .map(Sample::structure)
                    .filter(structure -> Passage.text(id, structure).isPresent())
                    .toList();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (StructureWriter writer =
                    StructureWriter.over(new StreamOutput(bytes, "bytes"), StructureFormat.byId(id), said -> {})) {
                fitting.forEach(writer::write);
                writer.commit();
            }
            String text = bytes.toString(StandardCharsets.UTF_8);
            List<Structure> back = Passage.read(id, text.getBytes(StandardCharsets.UTF_8), new ArrayList<>());
            assertThat(back.stream().map(Structure::title).toList())
                    .as(id)
                    .isEqualTo(fitting.stream().map(Structure::title).toList());
        }
    }
}
