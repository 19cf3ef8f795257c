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
        return new CourseTable.Run("lj", "fire", "liquid", start, seed);
    }

    /** Student's quantile for four degrees of freedom is 2.776445; the standard deviation of 1 to 5 is the root of 2.5. */
    @Test
    void theIntervalIsStudents() {
        SummaryStatistics sample = new SummaryStatistics();
        for (int k = 1; k <= 5; k++) {
            sample.addValue(k);
        }

        assertThat(CourseTable.halfWidth(sample)).isCloseTo(2.776445 * Math.sqrt(2.5 / 5), within(1e-5));
    }

    @Test
    void aRunIsFinishedWhenItsLastLineIsThere() throws IOException {
        table.append(run(0, 0), 3, BUDGETS, new Course(new double[] {-1, -2}, 10, "BUDGET"), 0.5);
        Files.writeString(
                folder.resolve("table.csv"),
                "lj,fire,liquid,1,0,3,1,-1.0,10,BUDGET,0.5\nlj,fire,liq",
                StandardOpenOption.APPEND);

        CourseTable again = new CourseTable(folder.resolve("table.csv"));

        assertThat(CourseTable.isIn(again.finished(10), run(0, 0))).isTrue();
        assertThat(CourseTable.isIn(again.finished(10), run(1, 0))).isFalse();
        assertThat(CourseTable.isIn(again.finished(20), run(0, 0))).isFalse();
    }

    @Test
    void seedsOfOneStartAreNoStartsOfTheirOwn() throws IOException {
        table.append(run(0, 0), 2, BUDGETS, new Course(new double[] {0, -2}, 10, "BUDGET"), 0);
        table.append(run(0, 1), 2, BUDGETS, new Course(new double[] {0, -4}, 10, "BUDGET"), 0);
        table.append(run(1, 0), 2, BUDGETS, new Course(new double[] {0, -5}, 10, "BUDGET"), 0);
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        table.summarize("lj", "liquid", new PrintStream(said));

        assertThat(said.toString()).contains("| `fire` | 10 | 2 | -4.00 |").contains("| -2.0000 |");
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
