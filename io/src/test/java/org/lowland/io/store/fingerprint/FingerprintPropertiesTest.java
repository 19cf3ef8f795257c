package org.lowland.io.store.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lowland.io.store.fingerprint.Shuffle.fingerprint;
import static org.lowland.io.store.fingerprint.Shuffle.frame;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.lowland.api.system.AtomicSystem;

/** What holds for every structure in free space. */
class FingerprintPropertiesTest {
    private static final double EXACT = 1e-4;

    @Property(tries = 150)
    void staysTheSameFromElsewhere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
        Shuffle shuffle = new Shuffle(seed);
        AtomicSystem one = shuffle.cluster(size);
        AtomicSystem other = shuffle.elsewhere(one);

        assertThat(fingerprint(one).distance(fingerprint(other)).orElseThrow()).isLessThan(1e-5);
        assertThat(fingerprint(one).keys(EXACT)).contains(fingerprint(other).key());
        assertThat(Alignment.rmsd(frame(one), frame(other), EXACT).orElseThrow())
                .isLessThan(1e-6);
    }

    /** No displacement of the size of the tolerance may go unseen, whatever its kind. */
    @Property(tries = 150)
    void findsAllWithinTheTolerance(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 30) int size,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double tolerance) {
        Shuffle shuffle = new Shuffle(seed);
        AtomicSystem one = shuffle.cluster(size);
        AtomicSystem other = shuffle.elsewhere(shuffle.shaken(one, tolerance));

        assertThat(fingerprint(one).mayBe(fingerprint(other), tolerance)).isTrue();
        assertThat(fingerprint(one).keys(tolerance)).contains(fingerprint(other).key());
    }

    @Property(tries = 150)
    void laysThemOnEachOther(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 30) int size,
            @ForAll @DoubleRange(min = 0.01, max = 0.1) double displacement) {
        Shuffle shuffle = new Shuffle(seed);
        AtomicSystem one = shuffle.cluster(size);
        AtomicSystem other = shuffle.elsewhere(shuffle.shaken(one, displacement));

        assertThat(Alignment.rmsd(frame(one), frame(other), displacement + 1e-9).orElseThrow())
                .isLessThanOrEqualTo(displacement + 1e-9);
    }

    @Property(tries = 100)
    void tellsApartWhatDiffers(@ForAll long seed, @ForAll @IntRange(min = 5, max = 20) int size) {
        Shuffle shuffle = new Shuffle(seed);
        AtomicSystem one = shuffle.cluster(size);
        double[] positions = one.positions();
        positions[0] += 1.5;
        AtomicSystem other = shuffle.elsewhere(one.withPositions(positions));

        // one atom alone moved by 1.5 Å: at least so much is left after the best rotation in so small a molecule
        assertThat(Alignment.rmsd(frame(one), frame(other), 0.02)).isEmpty();
    }
}
