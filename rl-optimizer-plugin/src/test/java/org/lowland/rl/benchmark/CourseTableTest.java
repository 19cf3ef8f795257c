package org.lowland.rl.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lowland.api.Lowland;
import org.lowland.api.optimize.OptimizationOptions;
import org.lowland.api.potential.Potential;
import org.lowland.api.spi.BackendSpec;
import org.lowland.test.Structures;

class CourseTableTest {
    private static final long[] BUDGETS = {1, 10};

    @TempDir
    private Path folder;

    private CourseTable table;

    @BeforeEach
    void begin() throws IOException {
        table = new CourseTable(folder.resolve("table.csv"));
    }

    private static CourseTable.Run run(int start, long seed) {
        return new CourseTable.Run("lj", "fire", "fire", "liquid", start, seed);
    }

    /** Student's quantile for four degrees of freedom is 2.776445; the standard deviation of 1 to 5 is the root of 2.5. */
    @Test
    void theIntervalIsStudents() {
        SummaryStatistics sample = new SummaryStatistics();
        for (int k = 1; k <= 5; k++) {
            sample.addValue(k);
        }

        assertThat(CourseSummary.halfWidth(sample)).isCloseTo(2.776445 * Math.sqrt(2.5 / 5), within(1e-5));
    }

    @Test
    void aRunIsFinishedWhenItsLastLineIsThere() throws IOException {
        table.append(
                run(0, 0), 3, BUDGETS, new Course(new double[] {-1, -2}, new double[] {1, 1e-4}, 10, "BUDGET"), 0.5);
        Files.writeString(
                folder.resolve("table.csv"),
                "lj,fire,fire,liquid,1,0,3,1,-1.0,1,10,BUDGET,0.5\nlj,fire,liq",
                StandardOpenOption.APPEND);

        CourseTable again = new CourseTable(folder.resolve("table.csv"));

        assertThat(CourseTable.isIn(again.finished(), run(0, 0), BUDGETS)).isTrue();
        assertThat(CourseTable.isIn(again.finished(), run(1, 0), BUDGETS)).isFalse();
        assertThat(CourseTable.isIn(again.finished(), run(0, 0), new long[] {1, 20}))
                .isFalse();
    }

    @Test
    void seedsOfOneStartAreNoStartsOfTheirOwn() throws IOException {
        table.append(run(0, 0), 2, BUDGETS, new Course(new double[] {0, -2}, new double[] {1, 1e-4}, 10, "BUDGET"), 0);
        table.append(run(0, 1), 2, BUDGETS, new Course(new double[] {0, -4}, new double[] {1, 1e-4}, 10, "BUDGET"), 0);
        table.append(run(1, 0), 2, BUDGETS, new Course(new double[] {0, -5}, new double[] {1, 1e-4}, 10, "BUDGET"), 0);

        CourseSummary.Cell cell = summary(OptionalDouble.empty()).cells(10).get(0);

        assertThat(cell.starts()).isEqualTo(2);
        assertThat(cell.runs()).isEqualTo(3);
        assertThat(cell.mean()).isEqualTo(-4);
        assertThat(cell.perAtom()).isEqualTo(-2);
    }

    private CourseSummary summary(OptionalDouble below) throws IOException {
        return new CourseSummary(table.lines(), 1e-3, below);
    }

    private static String printed(CourseSummary summary) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        summary.print(new PrintStream(said));
        return said.toString();
    }

    /** With one evaluation the forces are large, with ten they are small; the other has no minimum with either. */
    @Test
    void whatHasNoMinimumHasNoRank() throws IOException {
        table.append(
                run(0, 0), 2, BUDGETS, new Course(new double[] {0, -2}, new double[] {1, 1e-4}, 10, "CONVERGED"), 0);
        CourseTable.Run other = new CourseTable.Run("lj", "null", "null", "liquid", 0, 0);
        table.append(other, 2, BUDGETS, new Course(new double[] {-9, -9}, new double[] {1, 1}, 10, "BUDGET"), 0);

        assertThat(printed(summary(OptionalDouble.empty())))
                .contains("No ranking at 1 evaluations: not one run came to a minimum")
                .doesNotContain("No ranking at 10")
                .containsPattern("\\| 10 \\| `fire` .* 100 % \\| 1 \\|")
                .containsPattern("\\| 10 \\| `null` .* 0 % \\| none \\|");
    }

    @Test
    void trainingsOfOneNameAreOneRowAndTheirSpreadIsTold() throws IOException {
        for (int training = 0; training < 3; training++) {
            for (int start = 0; start < 2; start++) {
                CourseTable.Run run = new CourseTable.Run("lj", "strider", "p" + training, "liquid", start, 0);
                double end = -10 * start - training;
                table.append(run, 2, BUDGETS, new Course(new double[] {0, end}, new double[] {1, 1e-4}, 10, "B"), 0);
            }
        }
        CourseSummary.Cell cell = summary(OptionalDouble.of(-5)).cells(10).get(0);

        assertThat(cell.starts()).isEqualTo(2);
        assertThat(cell.mean()).isCloseTo(-6, within(1e-12));
        assertThat(cell.trainings()).isCloseTo(1, within(1e-12));
        assertThat(cell.below()).isCloseTo(0.5, within(1e-12));
        CoursePictures.draw(summary(OptionalDouble.empty()), table.lines(), folder.resolve("table.csv"));
        assertThat(folder.resolve("table-courses.png")).isNotEmptyFile();
        assertThat(folder.resolve("table-ends.png")).isNotEmptyFile();
    }

    @Test
    void anotherFileIsLeftAlone() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.txt"), "not a table\n");

        assertThatThrownBy(() -> new CourseTable(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("notes.txt");
        assertThat(other).hasContent("not a table");
    }

    /** What stands in the course is what the optimizer returns when it gets no more than that. */
    @Test
    void aCourseShowsWhatEverySmallerBudgetWouldGive() {
        long[] budgets = {1, 2, 7, 20, 60};
        try (Potential potential = Lowland.potential(BackendSpec.parse("lj"))) {
            for (String optimizer : new String[] {"fire", "lbfgs", "basin-hopping", "random-force"}) {
                Course whole = Course.run(
                        Lowland.optimizer(BackendSpec.parse(optimizer)),
                        potential,
                        Structures.randomCluster(9, 1),
                        OptimizationOptions.defaults(),
                        budgets);
                for (int k = 0; k < budgets.length; k++) {
                    Course part = Course.run(
                            Lowland.optimizer(BackendSpec.parse(optimizer)),
                            potential,
                            Structures.randomCluster(9, 1),
                            OptimizationOptions.defaults(),
                            new long[] {budgets[k]});
                    assertThat(whole.energies()[k])
                            .as("%s %d", optimizer, budgets[k])
                            .isEqualTo(part.energies()[0]);
                }
            }
        }
    }
}
