package org.lowland.io.format.roundtrip;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lowland.io.format.Feature;
import org.lowland.io.format.Holdings;
import org.lowland.io.format.Structure;

/**
 * Counts, for every format and feature, how many of the structures that hold the feature come back with it, with a word
 * about its loss, or without a word.
 */
final class RoundTripTable {
    /** What became of a feature. */
    enum Fate {
        KEPT,
        TOLD,
        SILENT
    }

    private final Map<String, Map<Feature, int[]>> counts = new LinkedHashMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();
    private final List<String> silent = new ArrayList<>();

    /** Sends structures through a format; with those it refuses, which is said, nothing else is done. */
    void measure(String id, List<Sample> samples) {
        Map<Feature, int[]> row = counts.computeIfAbsent(id, none -> new EnumMap<>(Feature.class));
        for (Sample sample : samples) {
            Passage passage = Passage.through(id, sample.structure());
            if (passage.back().isEmpty()) {
                refused.merge(id, 1, Integer::sum);
                continue;
            }
            Set<Feature> kept = passage.kept(sample.structure(), id);
            for (Feature feature : Holdings.of(sample.structure())) {
                Fate fate = kept.contains(feature)
                        ? Fate.KEPT
                        : passage.lost().contains(feature) || isTold(feature, passage) ? Fate.TOLD : Fate.SILENT;
                count(row, feature, fate);
                if (fate == Fate.SILENT) {
                    silent.add(id + ": " + sample.name() + " (" + sample.kind() + ") loses " + feature.words()
                            + " without a word; said: " + passage.said());
                }
            }
        }
    }

    /** Counts what another program did; it says nothing. */
    void count(String id, Structure before, Set<Feature> kept) {
        Map<Feature, int[]> row = counts.computeIfAbsent(id, none -> new EnumMap<>(Feature.class));
        for (Feature feature : Holdings.of(before)) {
            count(row, feature, kept.contains(feature) ? Fate.KEPT : Fate.SILENT);
        }
    }

    void refuse(String id) {
        counts.computeIfAbsent(id, none -> new EnumMap<>(Feature.class));
        refused.merge(id, 1, Integer::sum);
    }

    List<String> silent() {
        return silent;
    }

    Map<Feature, int[]> row(String id) {
        return counts.get(id);
    }

    /** In Markdown: kept/held; in brackets how many were lost without a word. */
    String markdown() {
        StringBuilder text = new StringBuilder("| format |");
        Feature[] features = Feature.values();
        for (Feature feature : features) {
            text.append(feature == Feature.SEVERAL ? "" : " " + feature.words() + " |");
        }
        text.append(" refused |\n|---|").append("---:|".repeat(features.length)).append('\n');
        counts.forEach((id, row) -> {
            text.append("| `").append(id).append("` |");
            for (Feature feature : features) {
                if (feature != Feature.SEVERAL) {
                    text.append(' ').append(cell(row.get(feature))).append(" |");
                }
            }
            text.append(' ').append(refused.getOrDefault(id, 0)).append(" |\n");
        });
        return text.toString();
    }

    private static String cell(int[] fates) {
        if (fates == null) {
            return "";
        }
        int held = fates[0] + fates[1] + fates[2];
        String kept = fates[0] == held ? "all " + held : fates[0] == 0 ? "none" : fates[0] + "/" + held;
        return fates[Fate.SILENT.ordinal()] == 0 ? kept : kept + " (" + fates[Fate.SILENT.ordinal()] + ")";
    }

    private static void count(Map<Feature, int[]> row, Feature feature, Fate fate) {
        row.computeIfAbsent(feature, none -> new int[Fate.values().length])[fate.ordinal()]++;
    }

    /** Whether a sentence beyond the names of features speaks of this one. */
    private static boolean isTold(Feature feature, Passage passage) {
        return passage.said().stream().anyMatch(sentence -> isTold(feature, sentence));
    }

    private static boolean isTold(Feature feature, String sentence) {
        return switch (feature) {
            case BONDS, BOND_ORDERS, FORMAL_CHARGES, NET_CHARGE, RADICALS ->
                sentence.contains("comes back as another")
                        || sentence.contains("CONECT")
                        || sentence.contains("no bonds are given");
            // a centre that differs in its isotopes alone is one no more without them
            case STEREO ->
                sentence.contains("comes back as another")
                        || sentence.contains("CONECT")
                        || sentence.contains("this stereo is left out")
                        || sentence.contains("isotopes");
            case UNIT_CELL -> sentence.contains("no cell that does not repeat");
            case PROPERTIES -> sentence.contains("several lines");
            default -> false;
        };
    }
}
