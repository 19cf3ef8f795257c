package org.lowland.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lowland.api.InputException;

class BackendIdTest {

    @Test
    void readsBothPartsWithTheirOptions() {
        BackendId id = BackendId.parse("basin-hopping?temperature=0.8&steps=3@ani-2x?path=/x/y.z");
        assertThat(id.optimizer().id()).isEqualTo("basin-hopping");
        assertThat(id.optimizer().options()).containsExactly(Map.entry("temperature", "0.8"), Map.entry("steps", "3"));
        assertThat(id.potential().id()).isEqualTo("ani-2x");
        assertThat(id.potential().options()).containsExactly(Map.entry("path", "/x/y.z"));
        assertThat(id).hasToString("basin-hopping?temperature=0.8&steps=3@ani-2x?path=/x/y.z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lbfgs", "@lj", "lbfgs@", "a@b@c", "Lbfgs@lj", "lbfgs@l j", "lbfgs?x@lj", "lbfgs?=1@lj"})
    void refusesWhatIsNoBackend(String text) {
        assertThatThrownBy(() -> BackendId.parse(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'");
    }

    @Test
    void namesAnOptionGivenTwice() {
        assertThatThrownBy(() -> BackendSpec.parse("lj?cutoff=1&cutoff=2"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'cutoff'")
                .hasMessageContaining("twice");
    }

    @Test
    void replacesAnOption() {
        BackendSpec spec = BackendSpec.parse("lj?cutoff=1").with("cutoff", "2").with("shift", "force");
        assertThat(spec.options()).containsExactly(Map.entry("cutoff", "2"), Map.entry("shift", "force"));
        assertThatThrownBy(() -> spec.options().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void keepsSignsInsideAValue() {
        BackendSpec spec = new BackendSpec("torchscript", Map.of("path", "C:\\a=b?c@d&e%40f"));
        BackendId id = new BackendId(BackendSpec.parse("lbfgs"), spec);
        assertThat(BackendId.parse(id.toString())).isEqualTo(id);
    }

    @Property(tries = 500)
    void readsWhatItWrites(@ForAll List<String> values) {
        BackendSpec spec = new BackendSpec("x", Map.of());
        for (int k = 0; k < values.size(); k++) {
            spec = spec.with("option-" + k, values.get(k));
        }
        assertThat(BackendSpec.parse(spec.toString())).isEqualTo(spec);
        BackendId id = new BackendId(spec, spec);
        assertThat(BackendId.parse(id.toString())).isEqualTo(id);
    }
}
