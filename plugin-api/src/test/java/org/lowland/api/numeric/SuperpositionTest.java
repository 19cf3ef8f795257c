package org.lowland.api.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SuperpositionTest {
    private static double[] cloud(Random random, int atoms) {
        return random.doubles(3L * atoms, -3, 3).toArray();
    }

    /** Euler's angles, so that nothing is shared with what is tested. */
    private static double[] moved(double[] points, double a, double b, double c, double shift) {
        double[] result = new double[points.length];
        for (int k = 0; k < points.length; k += 3) {
            double x = Math.cos(a) * points[k] - Math.sin(a) * points[k + 1];
            double y = Math.sin(a) * points[k] + Math.cos(a) * points[k + 1];
            double z = points[k + 2];
            double y2 = Math.cos(b) * y - Math.sin(b) * z;
            double z2 = Math.sin(b) * y + Math.cos(b) * z;
            result[k] = Math.cos(c) * x - Math.sin(c) * y2 + shift;
            result[k + 1] = Math.sin(c) * x + Math.cos(c) * y2 - 2 * shift;
            result[k + 2] = z2 + 3 * shift;
        }
        return result;
    }

    @Property(tries = 100)
    void undoesRigidMotions(@ForAll long seed) {
        Random random = new Random(seed);
        double[] reference = cloud(random, 1 + random.nextInt(12));
        double turn = 2 * Math.PI * random.nextDouble();
        double[] points = moved(reference, turn, Math.PI * random.nextDouble(), 3 * turn, 5 * random.nextGaussian());
        Superposition laid = Superposition.of(reference, points);
        assertThat(laid.rmsd()).isLessThan(1e-9);
        assertThat(laid.aligned()).containsExactly(reference, within(1e-9));
    }

    @Property(tries = 50)
    void noOtherMotionIsCloser(@ForAll long seed) {
        Random random = new Random(seed);
        double[] reference = cloud(random, 8);
        Superposition laid = Superposition.of(reference, cloud(random, 8));
        double[] aligned = laid.aligned();
        double[] centre = new double[3];
        for (int k = 0; k < aligned.length; k++) {
            centre[k % 3] += 3 * aligned[k] / aligned.length;
        }
        for (int k = 0; k < aligned.length; k++) {
            aligned[k] -= centre[k % 3];
        }
        double[] other = moved(aligned, 0.01 * random.nextGaussian(), 0.01 * random.nextGaussian(), 0, 0);
        double sum = 0;
        for (int k = 0; k < other.length; k++) {
            sum += Math.pow(other[k] + centre[k % 3] - reference[k], 2);
        }
        assertThat(Math.sqrt(3 * sum / other.length)).isGreaterThanOrEqualTo(laid.rmsd() - 1e-12);
    }

    @Test
    void doesNotReflect() {
        double[] hand = {1, 0, 0, 0, 1.2, 0, 0, 0, 1.5, 0, 0, 0};
        double[] mirror = hand.clone();
        for (int k = 0; k < mirror.length; k += 3) {
            mirror[k] = -mirror[k];
        }
        assertThat(Superposition.of(hand, mirror).rmsd()).isGreaterThan(0.1);
    }

    @Test
    void refusesDifferentNumbers() {
        assertThatThrownBy(() -> Superposition.of(new double[6], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3")
                .hasMessageContaining("6");
    }
}
