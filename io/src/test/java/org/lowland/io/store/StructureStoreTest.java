package org.lowland.io.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.InputException;
import org.lowland.io.format.MoleculeRecord;
import org.openscience.cdk.exception.InvalidSmilesException;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmilesParser;

/** A store in a file of H2. */
class StructureStoreTest {
    @TempDir
    Path folder;

    private StoreLocation location() {
        return StoreLocation.parse(folder.resolve("runs.mv.db").toString());
    }

    @Test
    void givesBackWhatItTook() {
        List<Deposit> deposits = Records.results(0, 250);
        try (StructureStore store = StructureStore.open(location())) {
            assertThat(store.add(deposits)).isEqualTo(250);
        }
        try (StructureStore store = StructureStore.openExisting(location())) {
            List<StoredRecord> found = store.list(0, 1000);
            assertThat(found).hasSize(250);
            for (int k = 0; k < found.size(); k++) {
                StoredRecord record = found.get(k);
                assertThat(record.id()).isEqualTo(k + 1);
                assertThat(record.key()).isEqualTo(Records.key(k));
                assertThat(record.structure())
                        .usingRecursiveComparison()
                        .isEqualTo(deposits.get(k).structure());
                assertThat(record.ending()).isEqualTo(deposits.get(k).ending());
                assertThat(record.provenance()).isEqualTo(Records.PROVENANCE);
                assertThat(record.created()).isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
            }
            assertThat(store.find(Records.key(77)).map(StoredRecord::id)).contains(78L);
            assertThat(store.find("another")).isEmpty();
            List<String> titles = new ArrayList<>();
            store.reader().forEachRemaining(structure -> titles.add(structure.title()));
            assertThat(titles)
                    .isEqualTo(IntStream.range(0, 250).mapToObj(k -> "r" + k).toList());
        }
    }

    @Test
    void keepsEachKeyOnce() {
        try (StructureStore store = StructureStore.open(location())) {
            assertThat(store.add(Records.results(0, 5))).isEqualTo(5);
            assertThat(store.add(Records.results(3, 8))).isEqualTo(3);
            assertThat(store.add(List.of(Records.result(9), Records.result(9)))).isEqualTo(1);
            assertThat(store.add(List.of())).isZero();
            assertThat(store.list(0, 100)).hasSize(9);
        }
    }

    @Test
    void sumsUp() {
        try (StructureStore store = StructureStore.open(location())) {
            store.add(Records.results(0, 5));
            store.add(List.of(Deposit.of(Records.result(1).structure(), Provenance.imported("Lowland 2"))));
            StoreSummary summary = store.summary();
            assertThat(summary.records()).isEqualTo(6);
            assertThat(summary.schema()).isEqualTo(Migrations.CURRENT);
            assertThat(summary.database()).startsWith("H2 2.");
            assertThat(summary.sources()).hasSize(2);
            assertThat(summary.sources().get(0).converged()).isEqualTo(3);
            assertThat(summary.sources().get(0).provenance()).isEqualTo(Records.PROVENANCE);
        }
    }

    @Test
    void takesFlatMolecules() throws InvalidSmilesException {
        MoleculeRecord flat = MoleculeRecord.of(
                "flat", new SmilesParser(SilentChemObjectBuilder.getInstance()).parseSmiles("C[C@H](F)[NH3+]"));
        try (StructureStore store = StructureStore.open(location())) {
            assertThat(store.add(List.of(
                            Deposit.of(flat, Provenance.imported("a")), Deposit.of(flat, Provenance.imported("b")))))
                    .isEqualTo(1);
            assertThat(store.list(0, 2).get(0).structure())
                    .asInstanceOf(InstanceOfAssertFactories.type(MoleculeRecord.class))
                    .returns(4, MoleculeRecord::atoms);
        }
    }

    @Test
    void findsTheSameStructureAmongOthers() {
        try (StructureStore store = StructureStore.open(location())) {
            // pairs of argon atoms, each 1e-5 Å longer than the one before
            store.add(Records.results(0, 2000));
            List<Match> found = store.similar(Records.result(500).structure(), 1e-4);
            // a bond that is longer by x moves its atoms by x / 2
            assertThat(found.stream().map(Match::id).toList())
                    .isEqualTo(IntStream.rangeClosed(501 - 20, 501 + 20)
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(found.get(0).distance()).isBetween(0.99e-4, 1e-4);
            assertThat(store.similar(Records.result(50_000).structure(), 0.1)).isEmpty();
            assertThatThrownBy(() -> store.similar(Records.result(1).structure(), 2))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("tolerance");
        }
    }

    /** The version of the program is told, and does not make the same computation another one. */
    @Test
    void theSameComputationHasTheSameKey() {
        Provenance later = new Provenance(
                "optimize",
                "Lowland later",
                Records.PROVENANCE.optimizer(),
                Records.PROVENANCE.potential(),
                Records.PROVENANCE.modelChecksum(),
                Records.PROVENANCE.levelOfTheory(),
                Records.PROVENANCE.settings());
        Provenance other = new Provenance(
                "optimize",
                "Lowland test",
                Records.PROVENANCE.optimizer(),
                Records.PROVENANCE.potential(),
                Optional.of("another"),
                Records.PROVENANCE.levelOfTheory(),
                Records.PROVENANCE.settings());
        String key = Deposit.key(Records.result(1).structure(), Records.PROVENANCE);
        assertThat(Deposit.key(Records.result(1).structure(), later)).isEqualTo(key);
        assertThat(Deposit.key(Records.result(1).structure(), other)).isNotEqualTo(key);
        assertThat(Deposit.key(Records.result(2).structure(), Records.PROVENANCE))
                .isNotEqualTo(key);
        assertThat(later.digest()).isNotEqualTo(Records.PROVENANCE.digest());
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException, SQLException {
        assertThatThrownBy(() -> StructureStore.openExisting(location()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("runs.mv.db: there is no such store");
        assertThat(folder).isEmptyDirectory();

        Path broken = Files.writeString(folder.resolve("broken.mv.db"), "no database at all".repeat(1000));
        assertThatThrownBy(() -> StructureStore.open(StoreLocation.parse(broken.toString())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("damaged");

        Path foreign = folder.resolve("foreign.mv.db");
        try (Connection connection = connect(foreign)) {
            connection.createStatement().execute("CREATE TABLE anything (x INT)");
        }
        assertThatThrownBy(() -> StructureStore.openExisting(StoreLocation.parse(foreign.toString())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no store");

        assertThatThrownBy(() -> StructureStore.open(StoreLocation.parse(
                        folder.resolve("no/folder/x.mv.db;y").toString())))
                .isInstanceOf(InputException.class);
    }

    @Test
    void refusesTablesOfANewerVersion() throws SQLException {
        StructureStore.open(location()).close();
        try (Connection connection = connect(folder.resolve("runs.mv.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO lowland_schema VALUES (99, CURRENT_TIMESTAMP)");
        }
        assertThatThrownBy(() -> StructureStore.open(location()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("newer Lowland")
                .hasMessageContaining("99");
    }

    /** As after a kill between the first statement and the row that says that all are done. */
    @Test
    void finishesTablesThatWereBegun() throws SQLException {
        StructureStore.open(location()).close();
        try (Connection connection = connect(folder.resolve("runs.mv.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM lowland_schema");
            statement.execute("DROP INDEX lowland_record_fingerprint");
        }
        assertThatThrownBy(() -> StructureStore.openExisting(location())).hasMessageContaining("no store");
        try (StructureStore store = StructureStore.open(location())) {
            assertThat(store.add(Records.results(0, 3))).isEqualTo(3);
        }
    }

    @Test
    void twoInOneProcessShareAFile() {
        try (StructureStore one = StructureStore.open(location());
                StructureStore other = StructureStore.open(location())) {
            one.add(Records.results(0, 3));
            assertThat(other.add(Records.results(0, 4))).isEqualTo(1);
            assertThat(one.list(0, 9)).hasSize(4);
        }
    }

    @Test
    void aFailureLeavesNothingOfABatch() {
        try (StructureStore store = StructureStore.open(location())) {
            String endless = "k".repeat(100);
            Deposit refused = new Deposit(endless, Records.result(2).structure(), Optional.empty(), Records.PROVENANCE);
            assertThatThrownBy(() -> store.add(List.of(Records.result(0), refused, Records.result(1))))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("H2 says");
            assertThat(store.list(0, 9)).isEmpty();
            assertThat(store.add(Records.results(0, 2))).isEqualTo(2);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        String name = file.toString();
        return DriverManager.getConnection("jdbc:h2:file:" + name.substring(0, name.length() - 6), "sa", "");
    }
}
