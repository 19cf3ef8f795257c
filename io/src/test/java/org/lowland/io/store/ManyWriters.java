package org.lowland.io.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What several writing processes must keep to in any database. */
final class ManyWriters {
    private ManyWriters() {}

    /**
     * Two write at once, with a part in common, and one that is killed in the middle. Then it begins again from the
     * beginning, and in the end everything is there once.
     */
    static void writeAndDie(String place, Map<String, String> environment, StoreLocation location)
            throws IOException, InterruptedException {
        Set<String> wanted = Records.results(0, 3000).stream().map(Deposit::key).collect(Collectors.toSet());
        try (Writer victim = Writer.start(place, environment, 0, 1_000_000, 7);
                Writer other = Writer.start(place, environment, 1500, 3000, 5)) {
            victim.await(300);
            other.await(100);
            victim.kill();
            other.finish();

            Set<String> kept = keys(location);
            assertThat(lost(victim, kept)).isEmpty();
            assertThat(lost(other, kept)).isEmpty();
            assertThat(other.acknowledged()).hasSize(1500);

            try (Writer again = Writer.start(place, environment, 0, 2000, 100)) {
                again.finish();
                assertThat(again.said().get(1)).isEqualTo("stored 0 100 0");
            }
        }
        Set<String> kept = keys(location);
        assertThat(kept).containsAll(wanted);
        try (StructureStore store = StructureStore.openExisting(location)) {
            assertThat(store.summary().records()).isEqualTo(kept.size());
            assertThat(store.summary().sources()).hasSize(1);
        }
    }

    private static List<Integer> lost(Writer writer, Set<String> kept) {
        return writer.acknowledged().stream()
                .filter(number -> !kept.contains(Records.key(number)))
                .toList();
    }

    private static Set<String> keys(StoreLocation location) {
        Set<String> keys = new HashSet<>();
        try (StructureStore store = StructureStore.openExisting(location)) {
            long last = 0;
            List<StoredRecord> page = store.list(last, 500);
            while (!page.isEmpty()) {
                page.forEach(record -> keys.add(record.key()));
                last = page.get(page.size() - 1).id();
                page = store.list(last, 500);
            }
        }
        return keys;
    }
}
