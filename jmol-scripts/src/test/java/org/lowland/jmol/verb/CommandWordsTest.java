package org.lowland.jmol.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.InputException;

class CommandWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "energy|energy",
                "  optimize   --fmax 0.1 |optimize,--fmax,0.1",
                "x --constrain 'torsion 1 2 3 4 = 60' y|x,--constrain,torsion 1 2 3 4 = 60,y",
                "write \"a b.sdf\"|write,a b.sdf",
                "--potential='ani-2x?path=/a b'|--potential=ani-2x?path=/a b",
                "'it is \"so\"'|it is \"so\"",
            })
    void blanksSeparateAndQuotesKeepTogether(String line, String words) {
        assertThat(CommandWords.of(line)).containsExactly(words.split(","));
    }

    @Test
    void emptyQuotesAreAWordAndAnEmptyLineHasNone() {
        assertThat(CommandWords.of("a '' b")).containsExactly("a", "", "b");
        assertThat(CommandWords.of("  ")).isEmpty();
    }

    @Test
    void anOpenQuoteIsShown() {
        assertThatThrownBy(() -> CommandWords.of("write 'a b"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'a b");
    }

    @Property
    void quotedWordsComeBack(@ForAll List<@AlphaChars @Chars({' ', '"', '='}) String> words) {
        String line = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));

        assertThat(CommandWords.of(line)).isEqualTo(words);
    }
}
