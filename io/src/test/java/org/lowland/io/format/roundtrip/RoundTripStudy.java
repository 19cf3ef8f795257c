package org.lowland.io.format.roundtrip;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the table of the module's README over all structures, and what is lost without a word: RoundTripStudy [STEP
 * [FORMATS]]. With formats named, divided by commas, the other programs are left out.
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
        RoundTripTable table = new RoundTripTable();
        List<String> formats = args.length > 1 ? List.of(args[1].split(",")) : FORMATS;
        for (String format : formats) {
            table.measure(format, samples);
        }
        System.out.println(table.markdown());
        table.silent().forEach(System.out::println);
        if (args.length > 1) {
            return;
        }
        if (PythonClient.has("openbabel")) {
            System.out.println("\nOpen Babel\n" + BabelTable.measure(samples).markdown());
        }
        System.out.println("\nJmol\n" + JmolTable.measure(samples).markdown());
    }
}
