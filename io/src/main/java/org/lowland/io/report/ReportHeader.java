package org.lowland.io.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a report says of a run before its first result. Immutable.
 *
 * @param title of the page
 * @param settings names and values, in their order
 * @param fmax the threshold in eV/Å, drawn into the chart of forces
 * @param potential what there is to know of the potential, names and values in their order
 * @param card the potential's model card, as Markdown
 */
public record ReportHeader(
        String title, Map<String, String> settings, double fmax, Map<String, String> potential, Optional<String> card) {
    public ReportHeader {
        settings = new LinkedHashMap<>(settings);
        potential = new LinkedHashMap<>(potential);
    }
}
