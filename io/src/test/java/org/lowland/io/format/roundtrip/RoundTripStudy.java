package org.lowland.io.format.roundtrip;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the table of the module's README over all structures, and what is lost without a word: RoundTripStudy [STEP
 * [own] [babel] [jmol] [FORMAT]...], all three programs unless some are named; formats named are those of our own.
 */
final class RoundTripStudy {
    /** Those that other programs read and write too. */
    static final List<String> COMMON =
            List.of("sdf", "v3000", "mol2", "cml", "pdb", "smiles", "inchi", "xyz", "cif", "poscar", "xsf", "coord");

    static final List<String> FORMATS =
            Stream.concat(COMMON.stream(), Stream.of("json", "npz", "hdf5")).toList();

    private RoundTripStudy() {}

    public static void main(String[] args) throws Exception {
        List<Sample> samples = Corpus.every(args.length > 0 ? Integer.parseInt(args[0]) : 1);
        System.out.println(samples.size() + " structures: "
                + samples.stream().collect(Collectors.groupingBy(Sample::kind, TreeMap::new, Collectors.counting())));
        Set<String> programs =
                args.length > 1 ? Set.copyOf(List.of(args).subList(1, args.length)) : Set.of("own", "babel", "jmol");
        own(samples, programs);
        if (programs.contains("babel") && PythonClient.has("openbabel")) {
            System.out.println("\nOpen Babel\n" + BabelTable.measure(samples).markdown());
        }
        if (programs.contains("jmol")) {
            System.out.println("\nJmol " + JmolTable.version() + "\n"
                    + JmolTable.measure(samples).markdown());
        }
    }

    private static void own(List<Sample> samples, Set<String> asked) {
        List<String> formats = FORMATS.stream()
                .filter(format -> asked.contains(format) || asked.contains("own"))
                .toList();
        if (formats.isEmpty()) {
            return;
        }
        RoundTripTable table = new RoundTripTable();
        formats.forEach(format -> table.measure(format, samples));
        System.out.println(table.markdown());
        table.silent().forEach(System.out::println);
    }
}
