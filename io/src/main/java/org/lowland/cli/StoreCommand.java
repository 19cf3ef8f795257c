package org.lowland.cli;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.lowland.api.InputException;
import org.lowland.api.potential.Evaluation;
import org.lowland.io.store.Ending;
import org.lowland.io.store.Provenance;
import org.lowland.io.store.StoreLocation;
import org.lowland.io.store.StoreReader;
import org.lowland.io.store.StoreSummary;
import org.lowland.io.store.StoredRecord;
import org.lowland.io.store.StructureStore;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is in a store of structures. */
@Command(
        name = "store",
        description = "Shows what is in a store of structures. 'optimize --store DB' and 'convert IN DB' put structures"
                + " there, 'convert DB OUT' writes them to a file.",
        footer = {
            "",
            "User and password of a server are taken from its URL or from the environment, " + StoreLocation.USER
                    + " and " + StoreLocation.PASSWORD + "."
        },
        sortOptions = false)
final class StoreCommand implements Callable<Integer> {
    /** Brings the command. */
    public static final class Provider implements CommandProvider {
        @Override
        public Callable<Integer> command() {
            return new StoreCommand();
        }
    }

    @Mixin
    private Common common;

    @Parameters(
            paramLabel = "DB",
            description = "a file NAME.mv.db, or a JDBC URL of H2, PostgreSQL or MariaDB, as in"
                    + " jdbc:postgresql://host/database")
    private String place;

    @ArgGroup(multiplicity = "1")
    private Question question;

    /** What is wanted. */
    static final class Question {
        @Option(names = "--info", description = "how many structures there are, and from where")
        private boolean info;

        @Option(names = "--list", description = "a line for each structure")
        private boolean list;

        @Option(
                names = "--duplicates",
                description = "a line for each structure that is another one from before it, as the atoms lie: turned,"
                        + " moved, in another order, within the tolerance")
        private boolean duplicates;
    }

    @Option(
            names = "--tolerance",
            paramLabel = "D",
            defaultValue = "0.1",
            description = "for --duplicates: root mean square distance of the atoms in Å; default ${DEFAULT-VALUE}")
    private double tolerance;

    @Override
    public Integer call() {
        if (!(tolerance > 0 && tolerance <= StructureStore.LARGEST_TOLERANCE)) {
            throw new InputException("--tolerance is " + tolerance + "; give more than 0 and at most "
                    + StructureStore.LARGEST_TOLERANCE + " Å");
        }
        try (StructureStore store = StructureStore.openExisting(StoreLocation.parse(place))) {
            if (question.info) {
                info(store.summary());
            } else if (question.list) {
                list(store);
            } else {
                duplicates(store);
            }
        }
        common.out().flush();
        return ExitCode.OK.code();
    }

    private void info(StoreSummary summary) {
        PrintWriter out = common.out();
        out.println(place());
        out.println(summary.records() + (summary.records() == 1 ? " structure" : " structures") + " in "
                + summary.database() + ", tables of version " + summary.schema());
        for (StoreSummary.Source source : summary.sources()) {
            Provenance from = source.provenance();
            out.println();
            out.println(source.records() + " by '" + from.task() + "' of " + from.program() + ", " + source.first()
                    + " to " + source.last());
            from.optimizer().ifPresent(text -> out.println("  optimizer        " + text));
            from.potential().ifPresent(text -> out.println("  potential        " + text));
            from.levelOfTheory().ifPresent(text -> out.println("  level of theory  " + text));
            from.modelChecksum().ifPresent(text -> out.println("  model SHA-256    " + text));
            from.settings().lines().forEach(line -> out.println("  " + line));
            if (from.optimizer().isPresent()) {
                out.println("  converged        " + source.converged() + " of " + source.records());
            }
        }
    }

    private String place() {
        return StoreLocation.shown(place);
    }

    private void list(StructureStore store) {
        common.out()
                .printf(
                        "%8s  %-14s %18s %10s %-11s %-20s %s%n",
                        "number", "formula", "energy/eV", "fmax", "reason", "stored", "title");
        try (StoreReader reader = store.reader()) {
            while (reader.hasNext()) {
                line(reader.nextRecord());
            }
        }
    }

    private void line(StoredRecord record) {
        common.out()
                .printf(
                        Locale.ROOT,
                        "%8d  %-14s %18s %10s %-11s %-20s %s%n",
                        record.id(),
                        record.formula(),
                        record.evaluation()
                                .map(Evaluation::energy)
                                .map(e -> decimals(e, 6))
                                .orElse("-"),
                        record.ending()
                                .map(Ending::fmax)
                                .map(f -> decimals(f, 4))
                                .orElse("-"),
                        record.ending().map(end -> end.reason().name()).orElse("-"),
                        record.created().truncatedTo(ChronoUnit.SECONDS),
                        record.structure().title());
    }

    private void duplicates(StructureStore store) {
        int found = 0;
        try (StoreReader reader = store.reader()) {
            while (reader.hasNext()) {
                StoredRecord record = reader.nextRecord();
                found += store.similar(record.structure(), tolerance).stream()
                        .filter(match -> match.id() < record.id())
                        .findFirst()
                        .map(match -> {
                            common.out()
                                    .printf(
                                            Locale.ROOT,
                                            "%d is %d (%.4f A)%n",
                                            record.id(),
                                            match.id(),
                                            match.distance());
                            return 1;
                        })
                        .orElse(0);
            }
        }
        common.note(found + (found == 1 ? " duplicate" : " duplicates"));
    }

    private static String decimals(double value, int count) {
        return String.format(Locale.ROOT, "%." + count + "f", value);
    }
}
