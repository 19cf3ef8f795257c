package org.lowland.potential.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lowland.api.InputException;
import org.lowland.io.dataset.DataSetOptions;
import org.lowland.io.dataset.DataSetReader;
import org.lowland.io.dataset.Sample;
import org.lowland.io.train.TrainerProvider;

/**
 * The frames of a training.
 *
 * @param training what the network is fitted to
 * @param validation what it is judged on while it learns
 * @param test what the finished model is measured on; may be none
 * @param files where all of them come from
 * @param byMolecule whether validation has other molecules than training
 */
record FrameSets(List<Frame> training, List<Frame> validation, List<Frame> test, List<Path> files, boolean byMolecule) {

    /**
     * Reads and divides the frames.
     *
     * @param request tells where the files are, and hears of doubts
     * @param data the section of the configuration
     * @param elements atomic numbers that the network knows
     * @param seed of the division
     * @throws InputException when a file cannot be used, a frame has another element, or a side remains empty
     */
    static FrameSets read(TrainerProvider.Request request, DataSettings data, Set<Integer> elements, long seed) {
        List<Path> files = new ArrayList<>();
        FrameReader reader = new FrameReader(
                data.options(), elements, warning -> request.log().println("warning: " + warning));
        List<Frame> frames = reader.read(resolve(request, data.frames(), files));
        List<Frame> others = reader.read(resolve(request, data.validationFrames(), files));
        List<Frame> test = reader.read(resolve(request, data.test(), files));
        List<Frame> also = new ArrayList<>();
        for (DataSettings.Also more : data.also()) {
            List<Frame> read = reader.with(more.options()).read(resolve(request, more.frames(), files));
            usable(read, data)
                    .forEach(frame -> also.addAll(Collections.nCopies(more.repeat(), frame.shifted(more.shift()))));
        }
        FrameSets sets;
        if (data.heldOut() != null) {
            Split split = Split.of(usable(frames, data), data.heldOut(), seed);
            sets = new FrameSets(split.training(), split.heldOut(), test, files, true);
        } else {
            List<Integer> order = order(frames.size(), data.shuffled(), seed);
            List<Integer> training =
                    data.training() == null ? null : data.training().among(order, 0, request::resolveData);
            List<Integer> validation = data.validation() == null
                    ? List.of()
                    : data.validation()
                            .among(
                                    order,
                                    data.training() == null
                                                    || data.training().count().isEmpty()
                                            ? 0
                                            : training.size(),
                                    request::resolveData);
            if (training == null) {
                Set<Integer> judged = new HashSet<>(validation);
                training = order.stream().filter(n -> !judged.contains(n)).toList();
            }
            requireDisjoint(training, validation);
            List<Frame> judged = data.validation() == null ? others : pick(frames, validation);
            sets = new FrameSets(usable(pick(frames, training), data), usable(judged, data), test, files, false);
        }
        sets = sets.and(also);
        if (sets.training().isEmpty() || sets.validation().isEmpty()) {
            throw new InputException("The division of the frames leaves one side empty: of " + frames.size()
                    + " frames, " + sets.training().size() + " are to train on and "
                    + sets.validation().size() + " to judge on; give more of them, or divide them otherwise");
        }
        long large = Stream.concat(frames.stream(), others.stream())
                .filter(frame -> frame.largestForce() > data.largest())
                .count();
        if (large > 0) {
            request.log().println(large + " frames with a force of more than " + data.largest() + " eV/Å are left out");
        }
        long seen = sets.seenInTest();
        if (seen > 0) {
            request.log()
                    .println("warning: " + seen + " of the " + test.size() + " test frames are among those to train or"
                            + " to judge on; the errors on them are not those on new frames");
        }
        return sets;
    }

    /** With more to train on. */
    private FrameSets and(List<Frame> also) {
        List<Frame> all = Stream.concat(training.stream(), also.stream()).toList();
        return new FrameSets(all, validation, test, files, byMolecule);
    }

    /** How many test frames are among the others too. */
    private long seenInTest() {
        Set<Long> others = Stream.concat(training.stream(), validation.stream())
                .map(Frame::mark)
                .collect(Collectors.toSet());
        return test.stream().filter(frame -> others.contains(frame.mark())).count();
    }

    private static List<Path> resolve(TrainerProvider.Request request, List<String> names, List<Path> files) {
        List<Path> paths = names.stream().map(request::resolveData).toList();
        files.addAll(paths);
        return paths;
    }

    private static List<Integer> order(int frames, boolean shuffled, long seed) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, frames).boxed().toList());
        if (shuffled) {
            Collections.shuffle(order, new Random(seed));
        }
        return order;
    }

    private static void requireDisjoint(List<Integer> training, List<Integer> validation) {
        Set<Integer> learned = new HashSet<>(training);
        validation.stream().filter(learned::contains).findFirst().ifPresent(n -> {
            throw new InputException("data: frame " + n + " is both to train on and to judge on");
        });
    }

    private static List<Frame> pick(List<Frame> frames, List<Integer> numbers) {
        return numbers.stream().map(frames::get).toList();
    }

    private static List<Frame> usable(List<Frame> frames, DataSettings data) {
        return frames.stream()
                .filter(frame -> frame.largestForce() <= data.largest())
                .toList();
    }

    /** Reads files of frames and refuses other elements. */
    private record FrameReader(DataSetOptions options, Set<Integer> elements, Consumer<String> doubts) {

        FrameReader with(DataSetOptions others) {
            return new FrameReader(others, elements, doubts);
        }

        List<Frame> read(List<Path> files) {
            List<Frame> frames = new ArrayList<>();
            for (Path file : files) {
                DataSetReader.read(file, options, sample -> frames.add(frame(sample)))
                        .warnings()
                        .forEach(doubts);
            }
            return List.copyOf(frames);
        }

        private Frame frame(Sample sample) {
            for (int atom = 0; atom < sample.system().size(); atom++) {
                if (!elements.contains(sample.system().atomicNumber(atom))) {
                    throw new InputException(sample.place() + ": "
                            + sample.system().describe(atom)
                            + " is not among the network's elements; add it to the configuration or leave the frame"
                            + " out");
                }
            }
            return Frame.of(sample.place(), sample.group(), sample.kind(), sample.system(), sample.labels());
        }
    }
}
