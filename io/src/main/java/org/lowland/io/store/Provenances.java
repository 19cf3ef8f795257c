package org.lowland.io.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The table {@code lowland_provenance}, of which each row is read once. Used inside of transactions only. */
final class Provenances {
    private static final String COLUMNS =
            "digest, task, program, optimizer, potential, model_checksum, level_of_theory, settings";

    private final Map<Long, Provenance> known = new HashMap<>();

    /** The number of a provenance, which is written when it is new. */
    long number(Connection connection, Provenance provenance) throws SQLException {
        String digest = provenance.digest();
        Optional<Long> number = find(connection, digest);
        if (number.isEmpty()) {
            insert(connection, provenance, digest);
            number = find(connection, digest);
        }
        return number.orElseThrow();
    }

    /** The provenance of a number. */
    Provenance of(Connection connection, long number) throws SQLException {
        Provenance provenance = known.get(number);
        if (provenance == null) {
            String query = "SELECT " + COLUMNS + " FROM lowland_provenance WHERE id = ?";
            try (PreparedStatement statement = connection.prepareStatement(query)) {
                statement.setLong(1, number);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    provenance = new Provenance(
                            row.getString("task"),
                            row.getString("program"),
                            Optional.ofNullable(row.getString("optimizer")),
                            Optional.ofNullable(row.getString("potential")),
                            Optional.ofNullable(row.getString("model_checksum")),
                            Optional.ofNullable(row.getString("level_of_theory")),
                            row.getString("settings"));
                }
            }
            known.put(number, provenance);
        }
        return provenance;
    }

    private static Optional<Long> find(Connection connection, String digest) throws SQLException {
        String query = "SELECT id FROM lowland_provenance WHERE digest = ?";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, digest);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void insert(Connection connection, Provenance provenance, String digest) throws SQLException {
        String text = "INSERT INTO lowland_provenance (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.setString(1, digest);
            statement.setString(2, provenance.task());
            statement.setString(3, provenance.program());
            statement.setString(4, provenance.optimizer().orElse(null));
            statement.setString(5, provenance.potential().orElse(null));
            statement.setString(6, provenance.modelChecksum().orElse(null));
            statement.setString(7, provenance.levelOfTheory().orElse(null));
            statement.setString(8, provenance.settings());
            statement.executeUpdate();
        }
    }
}
