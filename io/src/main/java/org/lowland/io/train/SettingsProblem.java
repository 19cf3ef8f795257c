package org.lowland.io.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lowland.api.InputException;

/** What is wrong with a configuration, in words for whoever wrote it. */
public final class SettingsProblem {
    private SettingsProblem() {}

    /**
     * The innermost reason, behind the name of the setting.
     *
     * @param problem of reading a record
     * @return a sentence without its full stop
     */
    public static String of(JsonProcessingException problem) {
        List<String> path = new ArrayList<>();
        String reason = problem.getOriginalMessage();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof InputException known) {
                return known.getMessage();
            }
            if (cause instanceof JsonMappingException mapping) {
                mapping.getPath().forEach(step -> path.add(name(step)));
                reason = mapping.getOriginalMessage();
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return String.join(".", path) + ": there is no such setting; known: "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .sorted()
                                .collect(Collectors.joining(", "));
            }
        }
        return path.isEmpty() ? reason : String.join(".", path) + ": " + reason;
    }

    private static String name(JsonMappingException.Reference step) {
        return step.getFieldName() == null ? String.valueOf(step.getIndex() + 1) : step.getFieldName();
    }
}
