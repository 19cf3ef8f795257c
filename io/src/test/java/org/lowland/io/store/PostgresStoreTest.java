package org.lowland.io.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lowland.api.InputException;

/** A store on a real PostgreSQL server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresStoreTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of(StoreLocation.USER, PostgresServer.USER, StoreLocation.PASSWORD, PostgresServer.PASSWORD);
    private static PostgresServer server;

    @BeforeAll
    static void start() throws InterruptedException {
        Optional<Path> programs = PostgresServer.programs();
        assumeThat(programs)
                .as("PostgreSQL is not installed (Debian: postgresql)")
                .isPresent();
        try {
            server = PostgresServer.start(programs.orElseThrow());
        } catch (IOException e) {
            assumeThat(e).as("PostgreSQL cannot be started").isNull();
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static StoreLocation location() {
        return StoreLocation.parse(server.url(), ENVIRONMENT);
    }

    @Test
    @Order(1)
    void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
        assertThatThrownBy(() -> StructureStore.openExisting(location()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("holds no store");
        ManyWriters.writeAndDie(server.url(), ENVIRONMENT, location());
    }

    @Test
    @Order(2)
    void givesBackWhatItTook() {
        try (StructureStore store = StructureStore.open(location())) {
            Deposit deposit = Records.result(1_000_000);
            assertThat(store.add(List.of(deposit))).isEqualTo(1);
            StoredRecord back = store.find(deposit.key()).orElseThrow();
            assertThat(back.structure()).usingRecursiveComparison().isEqualTo(deposit.structure());
            assertThat(back.ending()).isEqualTo(deposit.ending());
            assertThat(back.provenance()).isEqualTo(Records.PROVENANCE);
            assertThat(store.summary().database()).startsWith("PostgreSQL 1");
        }
    }

    @Test
    @Order(3)
    void goesOnWhenTheServerCrashes() throws IOException, InterruptedException {
        try (StructureStore store = StructureStore.open(location())) {
            store.add(Records.results(2_000_000, 2_000_100));
            server.crash();
            assertThat(store.add(Records.results(2_000_050, 2_000_150))).isEqualTo(50);
            assertThat(store.find(Records.key(2_000_000))).isPresent();
        }
    }

    @Test
    @Order(4)
    void saysWhatIsWrong() {
        StoreLocation wrong = StoreLocation.parse(
                server.url(), Map.of(StoreLocation.USER, PostgresServer.USER, StoreLocation.PASSWORD, "wr0ng"));
        assertThatThrownBy(() -> StructureStore.open(wrong))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("user or password are refused")
                .hasMessageNotContaining("wr0ng");
        StoreLocation nowhere = StoreLocation.parse(server.url().replace("/postgres", "/nothing"), ENVIRONMENT);
        assertThatThrownBy(() -> StructureStore.open(nowhere))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no such database");
    }
}
