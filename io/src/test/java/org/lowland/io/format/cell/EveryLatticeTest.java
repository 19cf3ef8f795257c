package org.lowland.io.format.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.lowland.api.system.AtomicSystem;
import org.lowland.api.system.Cell;
import org.lowland.api.system.Formula;
import org.lowland.io.format.Formats;
import org.lowland.io.format.LabelledFrame;
import org.lowland.io.format.RecordReader;
import org.lowland.io.format.Structure;
import org.lowland.io.format.crystal.CellParameters;
import org.openscience.cdk.interfaces.ICrystal;
import org.openscience.cdk.silent.SilentChemObjectBuilder;

/** Crystals of all lattice systems against what ASE makes of the same sites; {@code make.py} has the reference values. */
class EveryLatticeTest {
    private static final Path FOLDER = Path.of("src/test/resources/crystals");

    private static AtomicSystem crystal(String name) {
        try (RecordReader<? extends Structure> reader = Formats.all().open(FOLDER.resolve(name + ".cif"))) {
            return ((LabelledFrame) reader.next()).system();
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/crystals/references.csv", useHeadersInDisplayName = true, numLinesToSkip = 1)
    void symmetryIsApplied(String name, String formula, double volume, double shortest, double squares, int primitive) {
        AtomicSystem system = crystal(name);
        assertThat(system.size()).isEqualTo(count(formula)).isGreaterThanOrEqualTo(primitive);
        assertThat(sorted(Formula.of(system))).isEqualTo(sorted(formula));
        assertThat(system.cell().orElseThrow().volume()).isCloseTo(volume, within(1e-6));
        double[] nearest = nearest(system);
        assertThat(nearest[0]).isCloseTo(shortest, within(2e-4));
        assertThat(nearest[1]).isCloseTo(squares, within(2e-5 * squares));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/crystals/references.csv", numLinesToSkip = 1)
    void primitiveCellsAreThoseOfTheReference(
            String name,
            String formula,
            double volume,
            double shortest,
            double squares,
            int primitive,
            double a,
            double b,
            double c,
            double alpha,
            double beta,
            double gamma) {
        AtomicSystem conventional = crystal(name);
        AtomicSystem large = turned(shuffled(new Supercell(1, 2, 1).of(conventional), new Random(4)));
        for (AtomicSystem system : List.of(conventional, large)) {
            AtomicSystem found = PrimitiveCell.of(system, CoincidentAtoms.SAME);
            assertThat(found.size()).isEqualTo(primitive);
            assertThat(CellParameters.of(found.cell().orElseThrow()))
                    .containsExactly(new double[] {a, b, c, alpha, beta, gamma}, within(2e-5));
            assertThat(nearest(found)[0]).isCloseTo(shortest, within(2e-4));
            assertThat(found.cell().orElseThrow().volume())
                    .isCloseTo(volume * primitive / conventional.size(), within(1e-5));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/crystals/references.csv", numLinesToSkip = 1)
    void crystalsOfCdkComeBack(String name) {
        AtomicSystem before = crystal(name);
        ICrystal crystal =
                CdkCrystals.fill(before, SilentChemObjectBuilder.getInstance().newInstance(ICrystal.class));
        assertThat(crystal.getAtomCount()).isEqualTo(before.size());
        assertThat(CdkCrystals.toSystem(crystal)).isEqualTo(before);
        crystal.atoms().forEach(atom -> atom.setPoint3d(null));
        assertThat(CdkCrystals.toSystem(crystal).positions()).containsExactly(before.positions(), within(1e-12));
    }

    /** The shortest distance, and the sum of the squares of the shortest distances of all ordered pairs. */
    private static double[] nearest(AtomicSystem system) {
        Cell cell = ReducedCell.of(system.cell().orElseThrow());
        double[] v = cell.vectors();
        AtomicSystem within = ReducedCell.within(system, cell);
        double shortest = Double.POSITIVE_INFINITY;
        double squares = 0;
        for (int one = 0; one < system.size(); one++) {
            for (int other = 0; other < system.size(); other++) {
                double least = Double.POSITIVE_INFINITY;
                for (int image = 0; image < 125; image++) {
                    int[] shift = {image % 5 - 2, image / 5 % 5 - 2, image / 25 - 2};
                    double sum = 0;
                    for (int axis = 0; axis < 3; axis++) {
                        double d = within.position(one, axis)
                                - within.position(other, axis)
                                + shift[0] * v[axis]
                                + shift[1] * v[3 + axis]
                                + shift[2] * v[6 + axis];
                        sum += d * d;
                    }
                    boolean itself = one == other && image == 62;
                    shortest = itself ? shortest : Math.min(shortest, Math.sqrt(sum));
                    least = Math.min(least, sum);
                }
                squares += least;
            }
        }
        return new double[] {shortest, squares};
    }

    private static AtomicSystem shuffled(AtomicSystem system, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int atom = 0; atom < system.size(); atom++) {
            order.add(atom);
        }
        Collections.shuffle(order, random);
        return CoincidentAtoms.chosen(system, order);
    }

    /** Turned by a right angle about x, with other vectors of the same lattice. */
    private static AtomicSystem turned(AtomicSystem system) {
        double[] old = system.cell().orElseThrow().vectors();
        double[] vectors = new double[9];
        for (int axis = 0; axis < 3; axis++) {
            vectors[axis] = old[axis];
            vectors[3 + axis] = old[3 + axis] + old[axis];
            vectors[6 + axis] = old[6 + axis] - 2 * old[3 + axis] + old[axis];
        }
        double[] positions = system.positions();
        rotate(vectors);
        rotate(positions);
        return system.withPositions(positions).toBuilder()
                .cell(Cell.of(vectors, true, true, true))
                .build();
    }

    private static void rotate(double[] points) {
        for (int k = 0; k < points.length; k += 3) {
            double y = points[k + 1];
            points[k + 1] = -points[k + 2];
            points[k + 2] = y;
        }
    }

    private static int count(String formula) {
        return Pattern.compile("[A-Z][a-z]?(\\d*)")
                .matcher(formula)
                .results()
                .mapToInt(match -> match.group(1).isEmpty() ? 1 : Integer.parseInt(match.group(1)))
                .sum();
    }

    private static List<String> sorted(String formula) {
        return Arrays.stream(formula.split("(?=[A-Z])")).sorted().toList();
    }
}
