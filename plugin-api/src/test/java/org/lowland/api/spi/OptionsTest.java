package org.lowland.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;

class OptionsTest {
    private static final OptionSpec<Double> WIDTH = OptionSpec.number("width", 2.5, "how wide, in Å");
    private static final OptionSpec<Long> COUNT = OptionSpec.integer("count", 3, "how many");
    private static final OptionSpec<Boolean> EAGER = OptionSpec.flag("eager", false, "whether to hurry");
    private static final OptionSpec<String> SHIFT =
            OptionSpec.choice("shift", List.of("none", "force"), "none", "what to shift");
    private static final OptionSpec<String> PATH = OptionSpec.text("path", "path", "where the model is");

    private static final Provider OWNER = new Provider() {
        @Override
        public String id() {
            return "owner";
        }

        @Override
        public String description() {
            return "for tests";
        }

        @Override
        public List<OptionSpec<?>> options() {
            return List.of(WIDTH, COUNT, EAGER, SHIFT, PATH);
        }
    };

    @Test
    void fillsInDefaults() {
        Options options = Options.parse(OWNER, Map.of());
        assertThat(options.get(WIDTH)).isEqualTo(2.5);
        assertThat(options.get(COUNT)).isEqualTo(3);
        assertThat(options.get(EAGER)).isFalse();
        assertThat(options.get(SHIFT)).isEqualTo("none");
        assertThat(options.find(PATH)).isEmpty();
    }

    @Test
    void readsValues() {
        Options options = Options.parse(
                OWNER, Map.of("width", "-1.5e1", "count", "7", "eager", "true", "shift", "force", "path", "/a b"));
        assertThat(options.get(WIDTH)).isEqualTo(-15);
        assertThat(options.get(COUNT)).isEqualTo(7);
        assertThat(options.get(EAGER)).isTrue();
        assertThat(options.get(SHIFT)).isEqualTo("force");
        assertThat(options.find(PATH)).contains("/a b");
    }

    @ParameterizedTest
    @CsvSource({
        "width,wide",
        "width,NaN",
        "width,Infinity",
        "width,''",
        "count,1.5",
        "count,many",
        "eager,yes",
        "shift,both"
    })
    void refusesWhatIsNoValue(String name, String text) {
        assertThatThrownBy(() -> Options.parse(OWNER, Map.of(name, text)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining("'owner'")
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void refusesAnUnknownNameWithTheKnownOnes() {
        assertThatThrownBy(() -> Options.parse(OWNER, Map.of("witdh", "1")))
                .isInstanceOf(InputException.class)
                .hasMessage("'owner' has no option 'witdh'; known: width, count, eager, shift, path");
    }

    @Test
    void saysHowToGiveAMissingOption() {
        assertThatThrownBy(() -> Options.parse(OWNER, Map.of()).get(PATH))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("owner?path=");
    }
}
