package org.lowland.io.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * How much a store holds, and from where.
 *
 * @param database what it lives in, with its version
 * @param schema the version of its tables
 * @param sources where its records come from, the oldest first
 */
public record StoreSummary(String database, int schema, List<Source> sources) {

    /**
     * The records of one provenance.
     *
     * @param provenance where they come from
     * @param records how many
     * @param converged how many of them are results that are converged
     * @param first when the first was stored
     * @param last when the last was stored
     */
    public record Source(Provenance provenance, long records, long converged, Instant first, Instant last) {}

    public StoreSummary {
        sources = List.copyOf(sources);
    }

    /** {@return the number of all records} */
    public long records() {
        return sources.stream().mapToLong(Source::records).sum();
    }

    static StoreSummary of(Connection connection, StoreLocation location, Provenances provenances) throws SQLException {
        List<Source> sources = new ArrayList<>();
        String query = "SELECT provenance_id, COUNT(*), SUM(CASE WHEN converged THEN 1 ELSE 0 END), MIN(created),"
                + " MAX(created) FROM lowland_record GROUP BY provenance_id ORDER BY provenance_id";
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sources.add(new Source(
                        provenances.of(connection, row.getLong(1)),
                        row.getLong(2),
                        row.getLong(3),
                        moment(row, 4),
                        moment(row, 5)));
            }
        }
        String database = location.dialect().words() + " "
                + connection.getMetaData().getDatabaseProductVersion().replaceFirst(" .*", "");
        return new StoreSummary(database, Migrations.version(connection), sources);
    }

    private static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
