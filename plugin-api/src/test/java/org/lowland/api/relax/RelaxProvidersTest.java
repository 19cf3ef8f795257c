package org.lowland.api.relax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;
import org.lowland.api.hessian.ModelHessian;
import org.lowland.api.optimize.GeometryOptimizer;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.spi.OptimizerProvider;
import org.lowland.api.spi.Options;
import org.lowland.api.spi.Providers;
import org.lowland.api.system.AtomicSystem;

class RelaxProvidersTest {

    private static GeometryOptimizer create(String id, Map<String, String> options) {
        OptimizerProvider provider = Providers.optimizers().get(id);
        return provider.create(Options.parse(provider, options));
    }

    @Test
    void makesWhatItsOptionsSay() {
        assertThat(create("lbfgs", Map.of())).isEqualTo(new Lbfgs());
        assertThat(create("lbfgs", Map.of("memory", "5", "max-step", "0.1", "curvature", "30", "adaptive", "false")))
                .isEqualTo(new Lbfgs(5, 0.1, 30, false, Preconditioning.MODEL));
        assertThat(create("rfo", Map.of())).isEqualTo(new Rfo());
        assertThat(create("rfo", Map.of("hessian", "swart", "trust", "0.2", "max-trust", "0.7", "most-atoms", "500")))
                .isEqualTo(new Rfo(ModelHessian.byId("swart"), 0.2, 0.7, 500));
        assertThat(create("fire", Map.of())).isEqualTo(new Fire());
        assertThat(create("fire", Map.of("time-step", "0.05", "max-step", "0.3")))
                .isEqualTo(new Fire(0.05, 0.3));
        assertThat(create("fire", Map.of("variant", "1", "time-step", "0.01", "max-time-step", "0.04")))
                .isEqualTo(new Fire(Fire.Variant.FIRST, 0.01, 0.04, 0.2));
    }

    @ParameterizedTest
    @CsvSource({
        "lbfgs,memory,0",
        "lbfgs,memory,3000000000",
        "lbfgs,max-step,0",
        "lbfgs,curvature,-1",
        "rfo,hessian,unit",
        "rfo,trust,0",
        "rfo,trust,2",
        "rfo,max-trust,0.1",
        "rfo,most-atoms,0",
        "fire,time-step,0",
        "fire,max-time-step,0",
        "fire,max-step,-0.1"
    })
    void refusesWhatCannotWork(String id, String option, String value) {
        assertThatThrownBy(() -> create(id, Map.of(option, value)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'" + id + "'")
                .hasMessageContaining("give");
    }

    @ParameterizedTest
    @CsvSource({"lbfgs", "fire", "rfo"})
    void refusesNothingness(String id) {
        GeometryOptimizer optimizer = create(id, Map.of());
        AtomicSystem nothing = AtomicSystem.of(new int[0], new double[0]);
        assertThat(optimizer.id()).isEqualTo(id);
        assertThatThrownBy(() -> optimizer.start(nothing, OptimizationOptions.defaults()))
                .isInstanceOf(InputException.class);
    }
}
