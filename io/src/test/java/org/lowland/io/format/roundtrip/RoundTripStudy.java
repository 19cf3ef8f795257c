package org.lowland.io.format.roundtrip;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints the table of the module's README over all structures, and what is lost without a word: RoundTripStudy [STEP
 * [own] [babel] [jmol]], all three unless some are named.
 */
final class RoundTripStudy {
    static final List<String> FORMATS =
            List.of("sdf", "v3000", "mol2", "cml", "pdb", "smiles", "inchi", "xyz", "cif", "poscar", "xsf", "coord");

    private RoundTripStudy() {}

    public static void main(String[] args) throws Exception {
        List<Sample> samples = Corpus.every(args.length > 0 ? Integer.parseInt(args[0]) : 1);
        System.out.println(samples.size() + " structures: "
                + samples.stream().collect(Collectors.groupingBy(Sample::kind, TreeMap::new, Collectors.counting())));
        Set<String> programs = args.length > 1 ? Set.of(args) : Set.of("own", "babel", "jmol");
        if (programs.contains("own")) {
            own(samples);
        }
        if (programs.contains("babel") && PythonClient.has("openbabel")) {
            System.out.println("\nOpen Babel\n" + BabelTable.measure(samples).markdown());
        }
        if (programs.contains("jmol")) {
            System.out.println("\nJmol " + JmolTable.version() + "\n"
                    + JmolTable.measure(samples).markdown());
        }
    }

    private static void own(List<Sample> samples) {
        RoundTripTable table = new RoundTripTable();
        for (String format : FORMATS) {
            table.measure(format, samples);
        }
        System.out.println(table.markdown());
        table.silent().forEach(System.out::println);
    }
}
