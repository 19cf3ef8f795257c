package org.lowland.io.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lowland.api.InputException;
import org.lowland.io.format.Structure;

/**
 * A database of structures. What {@link #add} returns from is committed: it is there after the process, or the machine's
 * other processes, are killed. Any number of processes may write at once, each key is kept once, and whoever comes second
 * with a key changes nothing.
 *
 * <p>Thread-safe. Every method throws an {@link org.lowland.api.InputException} that names the store when the database
 * cannot be reached or refuses.
 */
public final class StructureStore implements AutoCloseable {
    /** The largest tolerance in Å in which structures are compared. */
    public static final double LARGEST_TOLERANCE = 0.5;

    private static final int KEYS_AT_ONCE = 200;

    private final StoreLocation location;
    private final Session session;
    private final Provenances provenances = new Provenances();
    private final Map<Provenance, Long> numbers = new ConcurrentHashMap<>();

    private StructureStore(StoreLocation location, Session session) {
        this.location = location;
        this.session = session;
    }

    /**
     * Opens a store to write and read; its tables are made or renewed where that is needed.
     *
     * @param location where; a file that is not there is made
     * @return the store
     * @throws org.lowland.api.InputException when it cannot be opened, or was written by a newer version
     */
    public static StructureStore open(StoreLocation location) {
        return new StructureStore(location, Session.open(location, true));
    }

    /**
     * Opens a store that is there.
     *
     * @param location where
     * @return the store
     * @throws org.lowland.api.InputException when there is none, it cannot be opened, or was written by a newer version
     */
    public static StructureStore openExisting(StoreLocation location) {
        return new StructureStore(location, Session.open(location, false));
    }

    /** {@return where it is} */
    public StoreLocation location() {
        return location;
    }

    /**
     * Stores records in one transaction: all of them are there when this returns, none when it throws.
     *
     * @param deposits any number; those whose key is there already change nothing
     * @return how many were new
     */
    public int add(List<Deposit> deposits) {
        Map<String, Prepared> rows = new LinkedHashMap<>();
        for (Deposit deposit : deposits) {
            rows.putIfAbsent(deposit.key(), Prepared.of(deposit));
        }
        for (Prepared row : rows.values()) {
            numbers.computeIfAbsent(
                    row.deposit().provenance(),
                    provenance -> session.update(connection -> provenances.number(connection, provenance)));
        }
        return rows.isEmpty() ? 0 : session.update(connection -> insert(connection, rows));
    }

    /**
     * The record of a key.
     *
     * @param key as it was stored
     * @return the record; empty when there is none
     */
    public Optional<StoredRecord> find(String key) {
        return session.query(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(Row.SELECT + " WHERE record_key = ?")) {
                statement.setString(1, key);
                return read(connection, statement).stream().findFirst();
            }
        });
    }

    /**
     * Records in the order in which they came in.
     *
     * @param after the number of the record before the first one wanted, 0 for the beginning
     * @param most how many at most
     * @return the records; none behind the last
     */
    public List<StoredRecord> list(long after, int most) {
        return session.query(connection -> {
            String query = Row.SELECT + " WHERE id > ? ORDER BY id FETCH FIRST " + most + " ROWS ONLY";
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setLong(1, after);
                return read(connection, statement);
            }
        });
    }

    /** {@return a reader of all structures, in constant memory; closing it leaves the store open} */
    public StoreReader reader() {
        return new StoreReader(this, false);
    }

    /**
     * Structures that are the same as a given one: the same kinds and numbers of atoms, the same charge and spin, in the
     * same places once turned, moved and renumbered. Bonds do not count, mirror images are others. Only records whose
     * fingerprints are close are looked at. Structures in cells are compared by the distances between their atoms; of
     * crystals, which repeat in three directions, mirror images are told apart as well.
     *
     * @param structure any record
     * @param tolerance the largest root mean square distance of the atoms, in cells of the distances between them, in Å; at
     *     most {@link #LARGEST_TOLERANCE}
     * @return what was found, by number; a record that is in the store finds itself. Nothing for a structure without
     *     places in space
     */
    public List<Match> similar(Structure structure, double tolerance) {
        if (!(tolerance > 0 && tolerance <= LARGEST_TOLERANCE)) {
            throw new InputException(
                    "The tolerance is " + tolerance + "; give more than 0 and at most " + LARGEST_TOLERANCE + " Å");
        }
        return session.query(connection -> Duplicates.of(connection, structure, tolerance));
    }

    /** {@return how much the store holds, and from where} */
    public StoreSummary summary() {
        return session.query(connection -> StoreSummary.of(connection, location, provenances));
    }

    private int insert(Connection connection, Map<String, Prepared> rows) throws SQLException {
        Set<String> there = present(connection, List.copyOf(rows.keySet()));
        int added = 0;
        try (PreparedStatement statement = connection.prepareStatement(Row.INSERT)) {
            for (Prepared row : rows.values()) {
                if (!there.contains(row.deposit().key())) {
                    Row.bind(statement, row, numbers.get(row.deposit().provenance()));
                    statement.addBatch();
                    added++;
                }
            }
            if (added > 0) {
                statement.executeBatch();
            }
        }
        return added;
    }

    private static Set<String> present(Connection connection, List<String> keys) throws SQLException {
        Set<String> there = new HashSet<>();
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE));
            String marks = String.join(", ", some.stream().map(key -> "?").toList());
            String query = "SELECT record_key FROM lowland_record WHERE record_key IN (" + marks + ")";
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                for (int k = 0; k < some.size(); k++) {
                    statement.setString(k + 1, some.get(k));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        there.add(rows.getString(1));
                    }
                }
            }
        }
        return there;
    }

    private List<StoredRecord> read(Connection connection, PreparedStatement statement) throws SQLException {
        List<StoredRecord> records = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                records.add(Row.read(rows, provenances.of(connection, rows.getLong("provenance_id"))));
            }
        }
        return records;
    }

    /** Closes the connection; what was stored stays. */
    @Override
    public void close() {
        session.close();
    }
}
