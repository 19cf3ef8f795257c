package org.lowland.io.format.roundtrip;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lowland.api.InputException;
import org.lowland.io.build3d.ConformerBuilder;
import org.lowland.io.format.Conversion;
import org.lowland.io.format.MoleculeRecord;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.StructureFormat;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.stereo.StereoElementFactory;

/**
 * Structures of every kind that a format may meet: molecules of {@code roundtrip/molecules.smi} in space, complexes of
 * every geometry, crystals of every lattice, labelled frames. The same at every call.
 */
final class Corpus {
    private Corpus() {}

    /** Every so manieth of all structures, from the first. */
    static List<Sample> every(int step) {
        List<Sample> samples = new ArrayList<>(molecules(step));
        List<Sample> others = new ArrayList<>(Complexes.all());
        others.addAll(Lattices.all());
        others.addAll(Frames.all());
        for (int k = 0; k < others.size(); k += step) {
            samples.add(others.get(k));
        }
        return samples;
    }

    /** Molecules in space, their stereo read from it; those that no structure can be built of are left out. */
    private static List<Sample> molecules(int step) {
        List<Sample> samples = new ArrayList<>();
        List<String> lines = lines();
        for (int k = 0; k < lines.size(); k += step) {
            String[] words = lines.get(k).split(" ");
            MoleculeRecord flat = parse(words[0]);
            try {
                IAtomContainer molecule = ConformerBuilder.quick().build(flat.molecule(), 1);
                samples.add(new Sample("m" + k, words[1], record("m" + k, molecule, k)));
            } catch (InputException e) {
                System.err.println(words[0] + " is left out: " + e.getMessage());
            }
        }
        return samples;
    }

    /** Some have data items, some an energy, as files have. */
    static MoleculeRecord record(String name, IAtomContainer molecule, int number) {
        molecule.setStereoElements(
                StereoElementFactory.using3DCoordinates(molecule).createAll());
        MoleculeRecord record = MoleculeRecord.of(name, molecule);
        if (number % 3 == 0) {
            record = record.with("key", "a < b & \"c\"").with("melting_point", String.valueOf(20.5 + number));
        }
        return number % 5 == 0 ? record.with(Conversion.ENERGY, String.valueOf(-1.25 * number - 1)) : record;
    }

    private static MoleculeRecord parse(String smiles) {
        StructureFormat format = StructureFormat.byId("smiles");
        try (RecordReader<? extends Structure> reader =
                format.read(smiles, new BufferedReader(new java.io.StringReader(smiles + "\n")))) {
            return (MoleculeRecord) reader.next();
        }
    }

    private static List<String> lines() {
        try (InputStream in = Corpus.class.getResourceAsStream("/roundtrip/molecules.smi");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
