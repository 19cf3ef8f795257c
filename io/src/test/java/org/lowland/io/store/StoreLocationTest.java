package org.lowland.io.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;

/** Where stores are, and what is told of that. */
class StoreLocationTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://host/db?user=ann&password=s3cret&ssl=true, jdbc:postgresql://host/db?ssl=true",
        "jdbc:postgresql://host:5432/db?ssl=true&user=ann&password=s3cret, jdbc:postgresql://host:5432/db?ssl=true",
        "jdbc:postgresql://ann:s3cret@host/db, jdbc:postgresql://host/db",
        "jdbc:postgresql://ann:s3%63ret@host/db, jdbc:postgresql://host/db",
        "jdbc:mariadb://host/db?password=s3cret&user=ann, jdbc:mariadb://host/db",
        "jdbc:h2:tcp://host/db;USER=ann;PASSWORD=s3cret;TRACE_LEVEL_FILE=0, jdbc:h2:tcp://host/db;TRACE_LEVEL_FILE=0"
    })
    void keepsSecretsOutOfUrls(String text, String url) {
        StoreLocation location = StoreLocation.parse(text, Map.of());
        assertThat(location.user()).isEqualTo("ann");
        assertThat(location.password()).isEqualTo("s3cret");
        assertThat(location.url()).isEqualTo(url);
        assertThat(location.toString())
                .doesNotContain("s3cret", "s3%63ret", "ann")
                .contains("host");
        assertThat(StoreLocation.shown(text)).isEqualTo(location.toString());
    }

    @Test
    void takesUserAndPasswordFromTheEnvironment() {
        Map<String, String> environment = Map.of(StoreLocation.USER, "ann", StoreLocation.PASSWORD, "s3cret");
        StoreLocation location = StoreLocation.parse("jdbc:mariadb://host/db", environment);
        assertThat(location.user()).isEqualTo("ann");
        assertThat(location.password()).isEqualTo("s3cret");
        assertThat(StoreLocation.parse("jdbc:mariadb://eve:pw@host/db", environment)
                        .user())
                .isEqualTo("eve");
    }

    @Test
    void tellsStoresFromFiles() {
        assertThat(StoreLocation.isStore("runs.mv.db")).isTrue();
        assertThat(StoreLocation.isStore("jdbc:postgresql://host/db")).isTrue();
        assertThat(StoreLocation.isStore("runs.sdf")).isFalse();
        assertThat(StoreLocation.parse("runs.mv.db", Map.of()).url())
                .startsWith("jdbc:h2:file:/")
                .endsWith("/runs;AUTO_SERVER=TRUE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"runs", "runs.sqlite", "jdbc:oracle:thin:@ann/s3cret@host", "jdbc:mysql://host/db", "a;b.mv.db"})
    void refusesOthers(String text) {
        assertThatThrownBy(() -> StoreLocation.parse(text, Map.of())).isInstanceOf(InputException.class);
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutSecrets() {
        StoreLocation location =
                StoreLocation.parse("jdbc:postgresql://ann:s3cret@127.0.0.1:1/db?connectTimeout=2", Map.of());
        assertThatThrownBy(() -> StructureStore.open(location))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/db: the database cannot be reached")
                .hasMessageNotContaining("s3cret");
    }
}
