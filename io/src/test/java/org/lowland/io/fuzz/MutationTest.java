package org.lowland.io.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samples of every format, changed at random: the same ones each time. The profile {@code fuzz} looks farther. */
class MutationTest {
    private static final long SEED = 11;
    private static final int TRIALS = 400;
    private static final List<String> WORDS = List.of(
            "-1",
            "0",
            "999999999",
            "99999999999999999999",
            "1e308",
            "1e-320",
            "NaN",
            "-Infinity",
            "\n",
            "\r",
            "\t",
            "  ",
            "\"",
            "'",
            ";",
            "<",
            "&amp;",
            "#",
            "$",
            "@",
            "_",
            "loop_",
            "x,y,z",
            "1/0",
            "\0",
            "\u00e9",
            "\u2028",
            "=",
            ":",
            ",",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "%",
            "\\");

    static Stream<String> readers() {
        return ReaderTarget.READERS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void samplesCanBeRead(String reader) throws IOException {
        assertThat(ReaderTarget.samples(reader)).isNotEmpty();
        for (Path sample : ReaderTarget.samples(reader)) {
            assertThat(ReaderTarget.read(reader, Files.readAllBytes(sample)))
                    .as(sample.toString())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void damageIsAnInputException(String reader) throws IOException {
        Random random = new Random(SEED);
        List<byte[]> samples = new ArrayList<>();
        for (Path sample : ReaderTarget.samples(reader)) {
            samples.add(Files.readAllBytes(sample));
        }
        for (int trial = 0; trial < TRIALS; trial++) {
            byte[] damaged = damaged(samples.get(random.nextInt(samples.size())), random);
            String what =
                    "seed " + SEED + ", trial " + trial + ":\n" + new String(damaged, StandardCharsets.ISO_8859_1);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> attempt(reader, damaged, what), what);
        }
    }

    private static void attempt(String reader, byte[] damaged, String what) {
        try {
            ReaderTarget.read(reader, damaged);
        } catch (RuntimeException | StackOverflowError e) {
            fail(what, e);
        }
    }

    private static byte[] damaged(byte[] sample, Random random) {
        byte[] bytes = sample;
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(bytes.length + 1);
            int end = Math.min(bytes.length, at + random.nextInt(40));
            byte[] word = WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
            byte[] middle =
                    switch (random.nextInt(5)) {
                        case 0 -> new byte[0];
                        case 1 -> word;
                        case 2 -> Arrays.copyOfRange(sample, 0, random.nextInt(sample.length));
                        case 3 -> new byte[] {(byte) random.nextInt(256)};
                        default -> repeated(Arrays.copyOfRange(bytes, at, end), random.nextInt(20));
                    };
            bytes = joined(bytes, at, middle, random.nextBoolean() ? at : end);
        }
        return bytes;
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[] all = new byte[part.length * times];
        for (int k = 0; k < times; k++) {
            System.arraycopy(part, 0, all, k * part.length, part.length);
        }
        return all;
    }

    private static byte[] joined(byte[] bytes, int at, byte[] middle, int rest) {
        byte[] all = Arrays.copyOf(bytes, at + middle.length + bytes.length - rest);
        System.arraycopy(middle, 0, all, at, middle.length);
        System.arraycopy(bytes, rest, all, at + middle.length, bytes.length - rest);
        return all;
    }
}
