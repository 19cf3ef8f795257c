package org.lowland.jmol.minimize;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lowland.api.optimize.StopReason;

/** Runs that somebody or something ends: at once, with a last status, and without anybody waiting for ever. */
@Tag("jmol")
class EndOfRunTest {
    private static final String ENDLESS = "minimize STEPS 100000000 CRITERION 1e-30";

    @RegisterExtension
    private final Watchdog watchdog = new Watchdog(Duration.ofSeconds(60));

    private JmolHouse jmol;

    @BeforeEach
    void open() {
        jmol = JmolHouse.open();
        jmol.load(JmolHouse.ETHANOL);
        jmol.run("lowlandBackend = 'fire@organic'");
    }

    @AfterEach
    void close() {
        jmol.close();
        assertThat(jmol.session().isRunning()).isFalse();
    }

    private void begin() {
        jmol.run(ENDLESS);
        while (jmol.steps().isEmpty() || jmol.steps().get(jmol.steps().size() - 1) < 10) {
            JmolHouse.sleep(2);
        }
        assertThat(jmol.session().isRunning()).isTrue();
    }

    private void assertEnded(String status) {
        assertThat(jmol.variable("_minimizationStatus")).isEqualTo(status);
        assertThat(jmol.session().isRunning()).isFalse();
        assertThat(jmol.viewer().getMinimizer(true).minimizationOn()).isFalse();
        JmolHouse.sleep(50);
        assertThat(jmol.statuses()).endsWith("running", status);
        assertThat(jmol.statuses().stream().filter(List.of("done", "failed")::contains))
                .hasSize(1);
    }

    @Test
    void stopKeepsTheCoordinates() {
        double[] before = jmol.coordinates();
        begin();

        jmol.run("minimize STOP");
        double[] stopped = jmol.coordinates();

        assertEnded("done");
        assertThat(stopped).isNotEqualTo(before);
        JmolHouse.sleep(100);
        assertThat(jmol.coordinates()).isEqualTo(stopped);
        assertThat(jmol.session().lastRun().orElseThrow().reason()).isEqualTo(StopReason.CANCELLED);
    }

    @Test
    void cancelRestoresTheCoordinates() {
        double[] before = jmol.coordinates();
        begin();

        jmol.run("minimize CANCEL");

        assertEnded("failed");
        assertThat(jmol.coordinates()).isEqualTo(before);
        JmolHouse.sleep(100);
        assertThat(jmol.coordinates()).isEqualTo(before);
    }

    @Test
    void clearEndsIt() {
        begin();

        jmol.run("minimize CLEAR");

        assertEnded("done");
    }

    @Test
    void loadingAnotherModelEndsIt() {
        begin();

        jmol.load("3\nwater\nO 0 0 0\nH 1.0 0 0\nH 0 1.0 0\n");

        assertEnded("done");
        double[] loaded = jmol.coordinates();
        JmolHouse.sleep(100);
        assertThat(jmol.coordinates()).isEqualTo(loaded).hasSize(9);
        assertThat(jmol.minimize("minimize").converged()).isTrue();
    }

    @Test
    void zapEndsIt() {
        begin();

        jmol.run("zap");

        assertEnded("done");
        assertThat(jmol.viewer().ms.ac).isZero();
    }

    @Test
    void deletingAtomsEndsIt() {
        begin();

        jmol.run("delete {atomno=9}");

        assertEnded("done");
        JmolHouse.sleep(50);
    }

    @Test
    void movingAnAtomEndsIt() {
        begin();

        jmol.run("{atomno=1}.x = -3.5");

        assertEnded("done");
        JmolHouse.sleep(100);
        assertThat(jmol.coordinates()[0]).isEqualTo(-3.5);
    }

    @Test
    void addingABondEndsIt() {
        begin();

        jmol.run("connect {atomno=1} {atomno=3}");

        assertEnded("done");
    }

    @Test
    void anotherForceFieldDoesNotHideIt() {
        begin();

        jmol.run("set forcefield 'UFF'; set forcefield 'MMFF'");
        jmol.run("minimize STOP");

        assertEnded("done");
    }

    @Test
    void aSecondCommandIsRefusedWithAWord() {
        begin();

        jmol.run("minimize");

        assertThat(jmol.said()).anyMatch(line -> line.contains("under way"));
        assertThat(jmol.session().isRunning()).isTrue();
        jmol.session().stop();
        assertEnded("done");
    }

    @Test
    void closingTheSessionEndsItAndGivesJmolItsOwnBack() {
        begin();

        jmol.session().close();

        assertEnded("done");
        assertThat(jmol.viewer().getMinimizer(true)).isNotInstanceOf(LowlandMinimizer.class);
    }

    @Test
    void aCallbackMayStopItLoadAndMinimizeAgain() throws InterruptedException {
        CountDownLatch again = new CountDownLatch(1);
        AtomicInteger steps = new AtomicInteger();
        jmol.session().addListener(new RunListener() {
            @Override
            public void progressed(RunProgress progress) {
                if (steps.incrementAndGet() == 5) {
                    jmol.viewer().scriptWait("minimize STOP");
                }
            }

            @Override
            public void ended(RunRecord record) {
                if (record.title().equals("ethanol")) {
                    jmol.viewer().loadInline("3\nwater\nO 0 0 0\nH 1.0 0 0\nH 0 1.0 0\n");
                    jmol.viewer().scriptWait("minimize");
                } else {
                    again.countDown();
                }
            }
        });

        jmol.run(ENDLESS);

        assertThat(again.await(30, TimeUnit.SECONDS))
                .as("statuses %s, said %s", jmol.statuses(), jmol.said())
                .isTrue();
        assertThat(jmol.session().lastRun().orElseThrow().converged()).isTrue();
    }

    @Test
    void aThreadInsideAnotherCallbackMayStopIt() throws InterruptedException {
        begin();
        CountDownLatch stopped = new CountDownLatch(1);
        Thread outside = new Thread(() -> {
            synchronized (jmol.viewer().sm) {
                JmolHouse.sleep(200);
                jmol.session().stop();
            }
            stopped.countDown();
        });
        outside.setDaemon(true);

        outside.start();

        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        jmol.awaitEnd("done");
        assertEnded("done");
    }

    @Test
    void scriptsOfCallbacksHearTheEnd() {
        jmol.run(
                "ends = 0; set minimizationCallback 'jmolscript:if (_minimizationStatus == \"done\") { ends = ends + 1 }'");

        jmol.minimize("minimize STEPS 10");
        for (int k = 0; k < 100 && jmol.variable("ends").equals("0"); k++) {
            JmolHouse.sleep(20);
        }

        assertThat(Integer.parseInt(jmol.variable("ends"))).isPositive();
    }

    @Test
    void twoViewersDoNotKnowOfEachOther() {
        try (JmolHouse other = JmolHouse.open()) {
            other.load(JmolHouse.ETHANOL);
            other.run("lowlandBackend = 'rfo@organic'");
            begin();

            RunRecord there = other.minimize("minimize");

            assertThat(there.converged()).isTrue();
            assertThat(jmol.session().isRunning()).isTrue();
            jmol.run("minimize STOP");
            assertEnded("done");
            assertThat(other.statuses()).endsWith("running", "done");
        }
    }

    @Test
    void manyBeginningsAndEndsLeaveNothingBehind() {
        for (int k = 0; k < 40; k++) {
            jmol.run(ENDLESS);
            JmolHouse.sleep(k % 4);
            jmol.run(k % 3 == 0 ? "minimize STOP" : k % 3 == 1 ? "minimize CANCEL" : "zap");
            if (k % 3 == 2) {
                jmol.load(JmolHouse.ETHANOL);
            }
            assertThat(jmol.session().isRunning()).isFalse();
            assertThat(jmol.variable("_minimizationStatus")).isIn("done", "failed");
        }
        assertThat(jmol.minimize("lowlandBackend = 'rfo@organic'; minimize").converged())
                .isTrue();
    }
}
