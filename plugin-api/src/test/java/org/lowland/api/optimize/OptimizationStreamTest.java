package org.lowland.api.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lowland.api.BackendException;
import org.lowland.api.potential.Evaluation;
import org.lowland.api.system.AtomicSystem;

class OptimizationStreamTest {
    private static final OptimizationOptions OPTIONS =
            OptimizationOptions.defaults().withFmax(1e-3);

    /** One atom whose force counts among some that are held; one in seven takes many evaluations, the others one. */
    private static AtomicSystem of(int number) {
        Random random = new Random(number);
        int atoms = 1 + random.nextInt(5);
        double[] positions = new double[3 * atoms];
        boolean[] fixed = new boolean[atoms];
        positions[0] = (number % 7 == 0 ? 1 : 1e-4) * (1 + random.nextDouble());
        for (int k = 1; k < atoms; k++) {
            positions[3 * k + 1] = k;
            fixed[k] = true;
        }
        return AtomicSystem.builder(filled(atoms), positions).fixed(fixed).build();
    }

    /** A task that gives its number and its result. */
    private record Task(int number, AtomicSystem start, OptimizationOptions options)
            implements OptimizationTask<Given> {
        Task(int number) {
            this(number, of(number), OPTIONS);
        }

        @Override
        public int atoms() {
            return start.size();
        }

        @Override
        public Given ended(OptimizationResult result) {
            return new Given(number, result, null);
        }

        @Override
        public Given failed(RuntimeException failure) {
            return new Given(number, null, failure);
        }
    }

    private record Given(int number, OptimizationResult result, RuntimeException failure) {}

    /** A hydrogen atom under a constant force, which never comes to rest. */
    private static Task endless(int number) {
        return new Task(number, AtomicSystem.of(new int[] {1}, new double[3]), OPTIONS.withSteps(Integer.MAX_VALUE));
    }

    private static Evaluation constantOnHydrogen(AtomicSystem system) {
        return system.atomicNumber(0) == 1 ? Evaluation.of(0, new double[] {1e-2, 0, 0}) : Harmonic.springs(system);
    }

    private static Iterator<Task> tasks(int count) {
        return IntStream.range(0, count).mapToObj(Task::new).iterator();
    }

    private static OptimizationLoop.Builder loop(Function<AtomicSystem, Evaluation> function) {
        return OptimizationLoop.builder(new Descent(0.1), new Harmonic(function))
                .options(OPTIONS);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,12", "2,1", "4,12", "3,100000"})
    void deliversInOrderWhatEachGivesAlone(int threads, int batchAtoms) {
        List<Given> given = new ArrayList<>();
        loop(Harmonic::springs).threads(threads).batchAtoms(batchAtoms).build().stream(tasks(3000), given::add);
        assertThat(given).hasSize(3000);
        for (int k = 0; k < given.size(); k++) {
            assertThat(given.get(k).number()).isEqualTo(k);
            OptimizationResult alone = loop(Harmonic::springs).build().run(of(k));
            assertThat(given.get(k).result().system()).isEqualTo(alone.system());
            assertThat(given.get(k).result().energy()).isEqualTo(alone.energy());
            assertThat(given.get(k).result().evaluations()).isEqualTo(alone.evaluations());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "2,50"})
    void givesEachItsOwnOptionsAndFailsEachAlone(int threads, int batchAtoms) {
        Iterator<OptimizationTask<Given>> tasks = IntStream.range(0, 400)
                .<OptimizationTask<Given>>mapToObj(k -> switch (k % 4) {
                    case 0 -> new Task(k);
                    case 1 -> new Task(k, AtomicSystem.of(new int[] {15}, new double[3]), OPTIONS);
                    case 2 -> new Task(k, AtomicSystem.of(new int[] {1}, new double[] {1, 0, 0}), OPTIONS.withSteps(3));
                    default -> new Unprepared(k);
                })
                .iterator();
        List<Given> given = new ArrayList<>();
        loop(Harmonic::springs).threads(threads).batchAtoms(batchAtoms).build().stream(tasks, given::add);
        assertThat(given).hasSize(400);
        for (Given one : given) {
            switch (one.number() % 4) {
                case 0 -> assertThat(one.result().converged()).isTrue();
                case 1 -> assertThat(one.result().message().orElseThrow()).contains("atom 1 (P)");
                case 2 -> assertThat(one.result().steps()).isEqualTo(3);
                default -> assertThat(one.failure()).hasMessage("no coordinates in " + one.number());
            }
        }
    }

    private record Unprepared(int number) implements OptimizationTask<Given> {
        @Override
        public int atoms() {
            return 0;
        }

        @Override
        public AtomicSystem start() {
            throw new IllegalStateException("no coordinates in " + number);
        }

        @Override
        public OptimizationOptions options() {
            return OPTIONS;
        }

        @Override
        public Given ended(OptimizationResult result) {
            throw new AssertionError("it never began");
        }

        @Override
        public Given failed(RuntimeException failure) {
            return new Given(number, null, failure);
        }
    }

    @Test
    void tellsATaskWhoseResultCannotBeJudged() {
        record Unjudged() implements OptimizationTask<String> {
            @Override
            public int atoms() {
                return 1;
            }

            @Override
            public AtomicSystem start() {
                return of(1);
            }

            @Override
            public OptimizationOptions options() {
                return OPTIONS;
            }

            @Override
            public String ended(OptimizationResult result) {
                throw new IllegalStateException("odd");
            }

            @Override
            public String failed(RuntimeException failure) {
                return failure.getMessage();
            }
        }
        List<String> given = new ArrayList<>();
        loop(Harmonic::springs).build().stream(
                List.of(new Unjudged(), new Unjudged()).iterator(), given::add);
        assertThat(given).containsExactly("odd", "odd");
    }

    @Test
    void goesOnWithManyWhileOneIsSlowYetNotWithAll() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Set<AtomicSystem> begun = ConcurrentHashMap.newKeySet();
        AtomicSystem slow = of(0);
        Function<AtomicSystem, Evaluation> waiting = system -> {
            if (system.equals(slow)) {
                awaitQuietly(release);
            }
            begun.add(system);
            return Harmonic.springs(system);
        };
        AtomicInteger read = new AtomicInteger();
        Iterator<Task> counted = IntStream.range(0, 50_000)
                .mapToObj(k -> {
                    read.set(k + 1);
                    return k == 0
                            ? new Task(0, slow, OPTIONS)
                            : new Task(k, AtomicSystem.of(new int[] {1}, new double[] {1e-9 * k, 0, 0}), OPTIONS);
                })
                .iterator();
        List<Given> given = Collections.synchronizedList(new ArrayList<>());
        Thread run = new Thread(() -> loop(waiting).threads(2).build().stream(counted, given::add));
        run.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (begun.size() < 900 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(begun).as("done meanwhile").hasSizeGreaterThanOrEqualTo(900);
        assertThat(given).isEmpty();
        assertThat(read.get()).as("held in memory").isLessThan(1500);
        release.countDown();
        run.join();
        assertThat(given).hasSize(50_000);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void sharesTheLastOnesOutEvenly() {
        Map<Thread, Integer> shares = new ConcurrentHashMap<>();
        OptimizationListener listener = new OptimizationListener() {
            @Override
            public void ended(int index, OptimizationResult result) {
                shares.merge(Thread.currentThread(), 1, Integer::sum);
            }
        };
        loop(system -> {
                    awaitQuietly(5);
                    return Harmonic.springs(system);
                })
                .options(OPTIONS.withSteps(5))
                .threads(2)
                .batchAtoms(100_000)
                .listener(listener)
                .build()
                .run(Collections.nCopies(20, of(7)));
        assertThat(shares.values()).hasSize(2).allMatch(share -> share >= 9);
    }

    private static void awaitQuietly(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void boundsMemoryByAtomsToo() {
        AtomicInteger read = new AtomicInteger();
        AtomicInteger mostAhead = new AtomicInteger();
        AtomicInteger delivered = new AtomicInteger();
        AtomicSystem large = AtomicSystem.of(filled(15_000), spread(15_000));
        Iterator<Task> tasks = IntStream.range(0, 12)
                .mapToObj(k -> {
                    mostAhead.accumulateAndGet(read.incrementAndGet() - delivered.get(), Math::max);
                    return new Task(k, large, OPTIONS.withSteps(0));
                })
                .iterator();
        loop(Harmonic::springs).build().stream(tasks, given -> delivered.incrementAndGet());
        assertThat(delivered).hasValue(12);
        assertThat(mostAhead).hasValueLessThanOrEqualTo(3);
    }

    private static int[] filled(int atoms) {
        int[] elements = new int[atoms];
        Arrays.fill(elements, 6);
        return elements;
    }

    private static double[] spread(int atoms) {
        double[] positions = new double[3 * atoms];
        for (int k = 0; k < positions.length; k++) {
            positions[k] = k;
        }
        return positions;
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void endsWhatIsUnderWayAndReadsNoMoreAfterACancellation(int threads) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger read = new AtomicInteger();
        Iterator<Task> endless = IntStream.iterate(0, k -> k + 1)
                .mapToObj(k -> {
                    read.incrementAndGet();
                    return k == 2000 ? endless(k) : new Task(k);
                })
                .iterator();
        List<Given> given = new ArrayList<>();
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () ->
                        loop(OptimizationStreamTest::constantOnHydrogen)
                                .threads(threads)
                                .cancellation(cancellation)
                                .build()
                                .stream(endless, one -> {
                            given.add(one);
                            if (given.size() == 2000) {
                                cancellation.request();
                            }
                        }));
        assertThat(given).hasSize(read.get());
        assertThat(given.subList(0, 2000)).allMatch(one -> one.result().converged());
        assertThat(given.get(2000).result().reason()).isEqualTo(StopReason.CANCELLED);
        List<OptimizationResult> listed = loop(Harmonic::springs)
                .threads(threads)
                .cancellation(cancellation)
                .build()
                .run(IntStream.range(0, 5000).mapToObj(k -> of(k)).toList());
        assertThat(listed).hasSize(5000).allMatch(result -> result.reason() == StopReason.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({"1", "3"})
    void throwsWhatTheIteratorTheConsumerAndTheListenerThrow(int threads) {
        Iterator<Task> broken = IntStream.range(0, 5000)
                .mapToObj(k -> {
                    if (k == 2500) {
                        throw new IllegalStateException("unreadable");
                    }
                    return new Task(k);
                })
                .iterator();
        OptimizationLoop loop = loop(Harmonic::springs).threads(threads).build();
        assertThatThrownBy(() -> loop.stream(broken, given -> {})).hasMessage("unreadable");
        assertThatThrownBy(() -> loop.stream(tasks(5000), given -> {
                    if (given.number() == 2500) {
                        throw new IllegalStateException("disk full");
                    }
                }))
                .hasMessage("disk full");
        OptimizationListener listener = new OptimizationListener() {
            @Override
            public void ended(int index, OptimizationResult result) {
                if (index == 2500) {
                    throw new IllegalStateException("deaf");
                }
            }
        };
        OptimizationLoop watched =
                loop(Harmonic::springs).threads(threads).listener(listener).build();
        assertThatThrownBy(() -> watched.stream(tasks(5000), given -> {})).hasMessage("deaf");
        Error fatal = new AssertionError("fatal");
        OptimizationLoop failing = loop(system -> {
                    throw fatal;
                })
                .threads(threads)
                .build();
        assertThatThrownBy(() -> failing.stream(tasks(5000), given -> {})).isSameAs(fatal);
    }

    @Test
    void leavesNoThreadBehindAndTellsAnInterruption() throws Exception {
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        OptimizationLoop loop = loop(system -> {
                    begun.countDown();
                    return constantOnHydrogen(system);
                })
                .threads(2)
                .build();
        Thread run = new Thread(() -> {
            try {
                loop.stream(List.of(endless(0), endless(1)).iterator(), given -> {});
            } catch (BackendException e) {
                thrown.add(e);
                thrown.add(Thread.currentThread().isInterrupted() ? null : new AssertionError("the flag is gone"));
            }
        });
        run.start();
        begun.await();
        run.interrupt();
        run.join(20_000);
        assertThat(run.isAlive()).isFalse();
        assertThat(thrown).hasSize(2);
        assertThat(thrown.get(0)).hasMessageContaining("Interrupted");
        assertThat(thrown.get(1)).isNull();
        Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
        assertThat(threads.keySet()).extracting(Thread::getName).noneMatch(name -> name.startsWith("lowland-walks"));
    }

    @Test
    void readsAndDeliversOnTheCallingThreadAndListensOnOthers() {
        Set<Thread> own = new HashSet<>();
        Set<Thread> others = ConcurrentHashMap.newKeySet();
        OptimizationListener listener = new OptimizationListener() {
            @Override
            public void ended(int index, OptimizationResult result) {
                others.add(Thread.currentThread());
            }
        };
        Iterator<Task> tasks = IntStream.range(0, 2000)
                .mapToObj(k -> {
                    own.add(Thread.currentThread());
                    return new Task(k);
                })
                .iterator();
        loop(Harmonic::springs).threads(2).listener(listener).build().stream(
                tasks, given -> own.add(Thread.currentThread()));
        assertThat(own).containsExactly(Thread.currentThread());
        assertThat(others).doesNotContain(Thread.currentThread()).hasSizeLessThanOrEqualTo(2);
    }
}
