package org.lowland.io.store;

import java.util.List;

/**
 * A process that stores records, one batch after the other, and says of each on standard output that it was
 * acknowledged.
 */
final class WriterProcess {
    private WriterProcess() {}

    /**
     * Stores records.
     *
     * @param args the place of the store, the first number, the one behind the last, and the size of batches
     */
    public static void main(String[] args) {
        int to = Integer.parseInt(args[2]);
        int size = Integer.parseInt(args[3]);
        try (StructureStore store = StructureStore.open(StoreLocation.parse(args[0]))) {
            System.out.println("open");
            for (int next = Integer.parseInt(args[1]); next < to; next += size) {
                int end = Math.min(to, next + size);
                List<Deposit> batch = Records.results(next, end);
                int added = store.add(batch);
                System.out.println("stored " + next + " " + end + " " + added);
                System.out.flush();
            }
        }
        System.out.println("done");
    }
}
