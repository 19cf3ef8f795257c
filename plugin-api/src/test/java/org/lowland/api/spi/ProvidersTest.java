package org.lowland.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lowland.api.BackendException;
import org.lowland.api.InputException;

class ProvidersTest {

    private record Named(String id, int rank, String description) implements Provider {}

    @Test
    void sortsByRankAndTakesTheHighestOfOneId() {
        Providers<Named> providers = Providers.of(
                "thing",
                List.of(
                        new Named("b", 0, "first b"),
                        new Named("a", 5, "a"),
                        new Named("b", 0, "second b"),
                        new Named("c", -1, "low c"),
                        new Named("c", 1, "high c")));
        assertThat(providers.all()).extracting(Provider::description).containsExactly("a", "high c", "first b");
        assertThat(providers.get("c").description()).isEqualTo("high c");
    }

    @Test
    void refusesAnUnknownIdWithTheKnownOnes() {
        Providers<Named> providers = Providers.of("thing", List.of(new Named("zeta", 0, ""), new Named("beta", 0, "")));
        assertThatThrownBy(() -> providers.get("gamma"))
                .isInstanceOf(InputException.class)
                .hasMessage("There is no thing 'gamma'; known: beta, zeta");
    }

    @Test
    void refusesAnInvalidId() {
        for (String id : List.of("", "Upper", "1st", "under_score", "a b", "a@b")) {
            assertThatThrownBy(() -> Providers.of("thing", List.of(new Named(id, 0, ""))))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("'" + id + "'");
        }
    }

    @Test
    void findsTheOptimizersOfThisModule() {
        assertThat(Providers.optimizers().all()).extracting(Provider::id).contains("lbfgs", "fire");
    }
}
