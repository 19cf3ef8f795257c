package org.lowland.potential.train;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.lowland.api.InputException;
import org.lowland.io.file.TextFiles;

/**
 * Which frames of some files: so many, or those with certain numbers, counted from 0 in the order of the files. In a
 * configuration it is a whole number, a list of them, or the name of a text file of them.
 *
 * @param count how many; empty where there are numbers
 * @param numbers of the frames
 * @param file of the numbers; null where they are given
 */
record FrameChoice(OptionalInt count, List<Integer> numbers, String file) {

    /** Reads the setting. */
    @JsonCreator
    static FrameChoice of(JsonNode setting) {
        if (setting.isInt() && setting.intValue() > 0) {
            return new FrameChoice(OptionalInt.of(setting.intValue()), List.of(), null);
        }
        if (setting.isTextual()) {
            return new FrameChoice(OptionalInt.empty(), List.of(), setting.textValue());
        }
        List<Integer> numbers = new ArrayList<>();
        setting.forEach(number -> numbers.add(number.isInt() ? number.intValue() : -1));
        if (numbers.isEmpty() || numbers.contains(-1)) {
            throw new InputException("data.training and data.validation are a positive number of frames, a list of"
                    + " their numbers from 0, or the name of a file of these; not " + setting);
        }
        return new FrameChoice(OptionalInt.empty(), List.copyOf(numbers), null);
    }

    /**
     * The numbers of the frames.
     *
     * @param order all numbers that there are, in the order in which they are counted off
     * @param from how many of them are taken already
     * @param resolve where a file of numbers stands
     * @throws InputException when there are not so many
     */
    List<Integer> among(List<Integer> order, int from, Function<String, Path> resolve) {
        if (count.isPresent()) {
            int end = from + count.getAsInt();
            if (end > order.size()) {
                throw new InputException("data: " + end + " frames are asked for, but there are " + order.size());
            }
            return order.subList(from, end);
        }
        List<Integer> wanted = file == null ? numbers : read(resolve.apply(file));
        wanted.stream().filter(n -> n < 0 || n >= order.size()).findFirst().ifPresent(n -> {
            throw new InputException(
                    "data: there is no frame " + n + "; the numbers go from 0 to " + (order.size() - 1));
        });
        return wanted;
    }

    private static List<Integer> read(Path file) {
        try {
            return Arrays.stream(Files.readString(file).split("[\\s,;]+"))
                    .filter(word -> !word.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new InputException(file + ": this is no list of whole numbers (" + e.getMessage() + ")", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + TextFiles.reason(e) + ")", e);
        }
    }
}
