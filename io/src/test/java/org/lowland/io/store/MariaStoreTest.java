package org.lowland.io.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A store on a real MariaDB server. */
class MariaStoreTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(StoreLocation.USER, "root");
    private static MariaServer server;

    @BeforeAll
    static void start() throws InterruptedException {
        assumeThat(MariaServer.isInstalled())
                .as("MariaDB is not installed (Debian: mariadb-server-core)")
                .isTrue();
        try {
            server = MariaServer.start();
        } catch (IOException e) {
            assumeThat(e).as("MariaDB cannot be started").isNull();
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
        StoreLocation location = StoreLocation.parse(server.url(), ENVIRONMENT);
        ManyWriters.writeAndDie(server.url(), ENVIRONMENT, location);
        try (StructureStore store = StructureStore.open(location)) {
            Deposit deposit = Records.result(1_000_000);
            assertThat(store.add(List.of(deposit))).isEqualTo(1);
            StoredRecord back = store.find(deposit.key()).orElseThrow();
            assertThat(back.structure()).usingRecursiveComparison().isEqualTo(deposit.structure());
            assertThat(back.ending()).isEqualTo(deposit.ending());
            assertThat(store.similar(deposit.structure(), 1e-6)).hasSize(1);
            assertThat(store.summary().database()).startsWith("MariaDB 1");
        }
    }
}
