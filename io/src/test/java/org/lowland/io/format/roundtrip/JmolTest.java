package org.lowland.io.format.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Holdings;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.Structure;
import org.lowland.io.jmol.JmolWriter;

/** Jmol reads what is written here; what its script function {@code write} makes of it is read here as SDF. */
class JmolTest {
    /** What survives in Jmol's own XYZ, with the digits of single precision that it writes. */
    private static final Map<String, Set<Feature>> READ = Map.of(
            "sdf", EnumSet.of(Feature.COORDINATES, Feature.BONDS, Feature.BOND_ORDERS, Feature.FORMAL_CHARGES),
            "v3000", EnumSet.of(Feature.COORDINATES, Feature.BONDS, Feature.BOND_ORDERS, Feature.FORMAL_CHARGES),
            "mol2", EnumSet.of(Feature.COORDINATES, Feature.BONDS, Feature.BOND_ORDERS),
            "cml", EnumSet.of(Feature.COORDINATES, Feature.BONDS, Feature.BOND_ORDERS, Feature.FORMAL_CHARGES),
            "pdb", EnumSet.of(Feature.COORDINATES),
            "xyz", EnumSet.of(Feature.COORDINATES));

    private final JmolWriter jmol = new JmolWriter();

    @Test
    void readsWhatIsWrittenHere() {
        for (Sample sample : molecules()) {
            READ.forEach((format, features) -> {
                String text = Passage.text(format, sample.structure()).orElseThrow();
                requireKept(sample, format, jmol.convert(text, "SDF").orElseThrow(), "sdf", features);
            });
        }
    }

    /** Jmol writes no charges and no unpaired electrons into CML: where they are missing, that is said. */
    @Test
    void missingChargesOfItsCmlAreDoubted() {
        int doubted = 0;
        int plain = 0;
        for (Sample sample : molecules()) {
            String text = jmol.convert(Passage.text("sdf", sample.structure()).orElseThrow(), "CML")
                    .orElseThrow();
            assertThat(text).doesNotContain("formalCharge");
            List<String> said = new ArrayList<>();
            Structure read = Passage.read("cml", text.getBytes(StandardCharsets.UTF_8), said)
                    .get(0);
            Set<Feature> held = EnumSet.copyOf(Holdings.of(sample.structure()));
            Set<Feature> kept = Survival.kept(sample.structure(), read, 1e-4);
            assertThat(kept).as(text).contains(Feature.COORDINATES);
            assertThat(kept.contains(Feature.BONDS)).as(text).isEqualTo(held.contains(Feature.BONDS));
            held.retainAll(EnumSet.of(Feature.FORMAL_CHARGES, Feature.RADICALS));
            held.removeAll(kept);
            if (!held.isEmpty()) {
                assertThat(said)
                        .as(sample + ": " + text)
                        .singleElement()
                        .asString()
                        .contains("no formal charges are given");
                doubted++;
            } else if (List.of("neutral", "aromatic", "macrocycle").contains(sample.kind())) {
                assertThat(said).as(sample + ": " + text).isEmpty();
                plain++;
            }
        }
        assertThat(plain).isPositive();
        assertThat(doubted).isPositive();
    }

    private static List<Sample> molecules() {
        return Corpus.every(12).stream()
                .filter(sample -> sample.structure() instanceof MoleculeRecord)
                // Jmol 14 makes atoms without an element of tritium in V3000
                .filter(sample -> !sample.kind().equals("isotope"))
                .toList();
    }

    private static void requireKept(Sample sample, String format, String text, String back, Set<Feature> wanted) {
        List<Structure> structures = Passage.read(back, text.getBytes(StandardCharsets.UTF_8), new ArrayList<>());
        Set<Feature> expected = EnumSet.copyOf(Holdings.of(sample.structure()));
        expected.retainAll(wanted);
        assertThat(Survival.kept(sample.structure(), structures.get(0), Math.max(Passage.tolerance(format), 1e-4)))
                .as(format + " of " + sample + ": " + text)
                .containsAll(expected);
    }
}
