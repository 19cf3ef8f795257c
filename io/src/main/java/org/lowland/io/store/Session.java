package org.lowland.io.store;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import org.lowland.api.InputException;

/**
 * One connection to the database of a store, opened again when it breaks. What is done on it is a transaction each: it
 * is tried again when another writer was in the way or the database has moved to another process, which changes nothing
 * because records have keys. Thread-safe: one transaction at a time.
 */
final class Session implements AutoCloseable {
    private static final int TRIES = 12;
    private static final int TRIES_TO_OPEN = 10;
    private static final long FIRST_PAUSE = 10;
    private static final long LONGEST_PAUSE = 2000;
    private static final int SECONDS_TO_SEE = 10;

    private final StoreLocation location;
    private final boolean renewing;
    private Connection connection;
    private boolean closed;

    private Session(StoreLocation location, boolean renewing) {
        this.location = location;
        this.renewing = renewing;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Connects.
     *
     * @param location where
     * @param renewing whether tables are made and renewed; else they must be there
     */
    static Session open(StoreLocation location, boolean renewing) {
        Session session = new Session(location, renewing);
        long pause = FIRST_PAUSE;
        for (int left = TRIES_TO_OPEN; ; left--) {
            try {
                session.connection = session.connect();
                return session;
            } catch (SQLException e) {
                if (left == 1 || !Dialect.isTaken(e)) {
                    throw StoreFailures.of(location, e);
                }
            }
            sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    /** Reads. */
    <T> T query(Work<T> work) {
        return transaction(work, false);
    }

    /** Writes; what it has written is on the disk when this returns. */
    <T> T update(Work<T> work) {
        return transaction(work, true);
    }

    private synchronized <T> T transaction(Work<T> work, boolean writing) {
        if (closed) {
            throw new IllegalStateException(location + " is closed");
        }
        long pause = FIRST_PAUSE;
        for (int left = TRIES; ; left--) {
            try {
                if (connection == null) {
                    connection = connect();
                }
                T result = work.on(connection);
                connection.commit();
                if (writing) {
                    location.dialect().settle(connection);
                }
                return result;
            } catch (SQLException e) {
                boolean gone = recover(e) || Dialect.isTaken(e);
                if (left == 1 || !gone && !Dialect.isCollision(e)) {
                    throw StoreFailures.of(location, e);
                }
            } catch (RuntimeException e) {
                recover(new SQLException(e));
                throw e;
            }
            sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    /** Undoes what was begun; of a connection that is gone nothing is kept. */
    private boolean recover(SQLException e) {
        boolean gone = Dialect.isGone(e);
        try {
            if (connection != null && !gone) {
                connection.rollback();
            }
        } catch (SQLException broken) {
            e.addSuppressed(broken);
            gone = true;
        }
        if (gone) {
            drop();
        }
        return gone;
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (!location.user().isEmpty()) {
            properties.setProperty("user", location.user());
        }
        if (!location.password().isEmpty()) {
            properties.setProperty("password", location.password());
        }
        location.dialect().extend(properties);
        boolean mustBeThere = !renewing && location.file().isPresent();
        Connection made = driver().connect(location.url() + (mustBeThere ? ";IFEXISTS=TRUE" : ""), properties);
        try {
            location.dialect().prepare(made);
            if (renewing) {
                Migrations.apply(made, location);
            } else {
                Migrations.require(made, location);
            }
            made.setAutoCommit(false);
            made.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return made;
        } catch (SQLException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private Driver driver() throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, Session.class.getClassLoader())) {
            if (driver.acceptsURL(location.url())) {
                return driver;
            }
        }
        throw new InputException(
                location + ": the driver of " + location.dialect().words() + " is not on the class path; add "
                        + location.dialect().driver());
    }

    private void drop() {
        try {
            if (connection != null && connection.isValid(SECONDS_TO_SEE)) {
                connection.close();
            }
        } catch (SQLException e) {
            // it is gone, which is why it is dropped
        } finally {
            connection = null;
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // every transaction is committed or undone by now
        } finally {
            connection = null;
        }
    }
}
