package org.lowland.potential.equivariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IrrepsTest {

    @Provide
    Arbitrary<Irreps> irreps() {
        Arbitrary<Irrep> irrep = Combinators.combine(Arbitraries.integers().between(0, 6), Arbitraries.of(1, -1))
                .as(Irrep::new);
        return Combinators.combine(Arbitraries.integers().between(0, 200), irrep)
                .as(Irreps.Term::new)
                .list()
                .ofMaxSize(8)
                .map(Irreps::new);
    }

    @Property
    void whatIsPrintedIsRead(@ForAll("irreps") Irreps irreps) {
        assertThat(Irreps.parse(irreps.toString())).isEqualTo(irreps);
    }

    @Property
    void slicesFollowOneAnotherAndFillTheDimension(@ForAll("irreps") Irreps irreps) {
        int end = 0;
        for (int k = 0; k < irreps.terms().size(); k++) {
            Irreps.Slice slice = irreps.slices().get(k);
            assertThat(slice.begin()).isEqualTo(end);
            end = slice.end();
            Irreps.Term term = irreps.terms().get(k);
            assertThat(slice.end() - slice.begin())
                    .isEqualTo(term.count() * (2 * term.irrep().degree() + 1));
        }
        assertThat(irreps.dimension()).isEqualTo(end);
    }

    @Property
    void sortingAndJoiningKeepsEveryCopy(@ForAll("irreps") Irreps irreps) {
        Irreps tidy = irreps.sorted().simplified();
        assertThat(tidy.dimension()).isEqualTo(irreps.dimension());
        List<Irrep> kinds = tidy.terms().stream().map(Irreps.Term::irrep).toList();
        assertThat(kinds).isSorted().doesNotHaveDuplicates();
        assertThat(kinds).allSatisfy(kind -> assertThat(tidy.count(kind)).isEqualTo(irreps.count(kind)));
    }

    @Test
    void readsWhatPeopleWrite() {
        Irreps irreps = Irreps.parse(" 128x0e + 64x1o+2e ");
        assertThat(irreps).hasToString("128x0e+64x1o+1x2e");
        assertThat(irreps.dimension()).isEqualTo(128 + 3 * 64 + 5);
        assertThat(irreps.count()).isEqualTo(193);
        assertThat(irreps.largestDegree()).isEqualTo(2);
        assertThat(irreps.only(irrep -> irrep.degree() == 1)).hasToString("64x1o");
        assertThat(Irreps.parse("")).isEqualTo(Irreps.NONE);
        assertThat(Irreps.harmonics(3)).hasToString("1x0e+1x1o+1x2e+1x3o");
        for (String wrong : List.of("32x", "x0e", "32y0e", "32x1", "-1x0e", "32x0e+", "32x0e,16x1o", "1.5x0e")) {
            assertThatThrownBy(() -> Irreps.parse(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void productsFollowTheSelectionRules() {
        assertThat(Irrep.parse("1o").times(Irrep.parse("2e")))
                .containsExactly(Irrep.parse("1o"), Irrep.parse("2o"), Irrep.parse("3o"));
        assertThat(Irrep.parse("1o").times(Irrep.parse("1o")))
                .containsExactly(Irrep.parse("0e"), Irrep.parse("1e"), Irrep.parse("2e"));
    }

    /** StriderNET's published network: hidden 128x0e+64x1e+4x2e, harmonics 0e and 3e, scalars to begin with. */
    @Test
    void harmonicsOfDegreesNoughtAndThreeNeverMakeVectorsOfScalars() {
        Set<Irrep> hidden = Set.of(Irrep.parse("0e"), Irrep.parse("1e"), Irrep.parse("2e"));
        Set<Irrep> published = Set.of(Irrep.parse("0e"), Irrep.parse("3e"));
        Set<Irrep> scalars = Set.of(Irrep.parse("0e"));
        assertThat(TensorProduct.reachable(scalars, published, hidden)).isEqualTo(scalars);
        assertThat(TensorProduct.channelWise(Irreps.parse("128x0e"), Irreps.parse("0e+3e"), hidden)
                        .output())
                .hasToString("128x0e");
        assertThat(TensorProduct.reachable(scalars, Set.of(Irrep.parse("0e"), Irrep.parse("1e")), hidden))
                .isEqualTo(hidden);
    }
}
