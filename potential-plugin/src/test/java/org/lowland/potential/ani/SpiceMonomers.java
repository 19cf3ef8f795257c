package org.lowland.potential.ani;

import io.jhdf.HdfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.lowland.api.system.AtomicSystem;
import org.openscience.cdk.config.Elements;

/** Conformers of small molecules from the SPICE data set (des-monomers.hdf5), and the folder of ANI-2x parameters. */
final class SpiceMonomers implements AutoCloseable {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Pattern MAPPED_ATOM = Pattern.compile("\\[([A-Z][a-z]?|[a-z])[^\\]]*?:(\\d+)\\]");
    private static final double ANGSTROM_PER_NANOMETRE = 10;

    private final HdfFile file;

    private SpiceMonomers(HdfFile file) {
        this.file = file;
    }

    static SpiceMonomers open() {
        return new SpiceMonomers(new HdfFile(present(DATA.resolve("spice_structures/des-monomers.hdf5"))));
    }

    static Path aniFolder() {
        return present(DATA.resolve("ani_2x/ani-2x_8x"));
    }

    private static Path present(Path path) {
        Assumptions.assumeTrue(Files.exists(path), path + " is not here: skipped");
        return path;
    }

    AtomicSystem conformer(String name, int index) {
        String smiles =
                ((String[]) file.getDatasetByPath("/" + name + "/smiles").getData())[0];
        TreeMap<Integer, Integer> elements = new TreeMap<>();
        Matcher atom = MAPPED_ATOM.matcher(smiles);
        while (atom.find()) {
            String symbol = atom.group(1);
            String proper = Character.toUpperCase(symbol.charAt(0)) + symbol.substring(1);
            elements.put(
                    Integer.valueOf(atom.group(2)), Elements.ofString(proper).number());
        }
        float[][][] all = (float[][][])
                file.getDatasetByPath("/" + name + "/conformations").getData();
        double[] x = new double[3 * elements.size()];
        for (int k = 0; k < x.length; k++) {
            x[k] = all[index][k / 3][k % 3] * ANGSTROM_PER_NANOMETRE;
        }
        return AtomicSystem.of(elements.values().stream().mapToInt(z -> z).toArray(), x);
    }

    List<String> names() {
        return new ArrayList<>(new TreeMap<>(file.getChildren()).keySet());
    }

    @Override
    public void close() {
        file.close();
    }
}
