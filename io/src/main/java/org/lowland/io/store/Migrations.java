package org.lowland.io.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.lowland.api.InputException;

/**
 * The tables of a store, version by version: plain SQL in the files {@code 1.sql}, {@code 2.sql}, ... beside this class.
 * Every statement may run again (IF NOT EXISTS), so that a process killed between two of them leaves nothing that the
 * next one cannot finish; a version counts once its row is in {@code lowland_schema}. Two that begin at once wait for
 * each other.
 */
final class Migrations {
    /** The version that this program writes. */
    static final int CURRENT = 1;

    private static final String VERSIONS =
            "CREATE TABLE IF NOT EXISTS lowland_schema (version INT PRIMARY KEY, applied ${moment} NOT NULL)";

    private Migrations() {}

    /** Brings the tables to the current version; throws an InputException when they are newer. */
    static void apply(Connection connection, StoreLocation location) throws SQLException {
        Dialect dialect = location.dialect();
        connection.setAutoCommit(true);
        if (isCurrent(connection, location)) {
            return;
        }
        dialect.lock(connection);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute(dialect.spelled(VERSIONS));
            }
            for (int version = version(connection) + 1; version <= CURRENT; version++) {
                apply(connection, dialect, version);
            }
        } finally {
            dialect.unlock(connection);
        }
    }

    /** Refuses a database without tables of a store, or with newer ones. */
    static void require(Connection connection, StoreLocation location) throws SQLException {
        if (!isCurrent(connection, location)) {
            throw new InputException(
                    location + ": the database holds no store of structures, or one that is older; 'lowland optimize"
                            + " --store' and 'lowland convert IN " + location + "' make and renew one");
        }
    }

    private static boolean isCurrent(Connection connection, StoreLocation location) throws SQLException {
        boolean any = false;
        for (String name : new String[] {"lowland_schema", "LOWLAND_SCHEMA"}) {
            try (ResultSet tables =
                    connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
                any |= tables.next();
            }
        }
        if (!any) {
            return false;
        }
        int version = version(connection);
        if (version > CURRENT) {
            throw new InputException(location + ": the store was written by a newer Lowland (its tables have version "
                    + version + ", this program knows " + CURRENT + "); update Lowland");
        }
        return version == CURRENT;
    }

    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT MAX(version) FROM lowland_schema")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void apply(Connection connection, Dialect dialect, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : script(version).replaceAll("(?m)^--.*$", "").split(";")) {
                if (!text.isBlank()) {
                    statement.execute(dialect.spelled(text.strip()));
                }
            }
        }
        String insert = "INSERT INTO lowland_schema (version, applied) VALUES (?, ?)";
        try (var statement = connection.prepareStatement(insert)) {
            statement.setInt(1, version);
            statement.setObject(2, LocalDateTime.now(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            if (!Dialect.isCollision(e)) {
                throw e;
            }
        }
    }

    private static String script(int version) {
        try (InputStream in = Migrations.class.getResourceAsStream(version + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
