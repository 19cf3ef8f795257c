package org.lowland.io.store;

import java.sql.SQLException;
import org.lowland.api.InputException;

/** Turns what databases say into what users can act on. */
final class StoreFailures {
    private StoreFailures() {}

    static InputException of(StoreLocation location, SQLException e) {
        return new InputException(location + ": " + reason(location, e), e);
    }

    private static String reason(StoreLocation location, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String said = said(location, e);
        switch (e.getErrorCode()) {
            case 90020 -> {
                return "another program has the store open for itself, or one on another machine; close that, or keep"
                        + " the store on a PostgreSQL or MariaDB server";
            }
            case 90146 -> {
                return "there is no such store; check the name";
            }
            case 90030, 90048, 90049 -> {
                return "the file is damaged or of another version of H2 (" + said + "); restore it from a copy";
            }
            default -> {
                // told by the state
            }
        }
        if (location.dialect() == Dialect.H2 && said.contains("file is corrupt")) {
            return "the file is damaged or no store (" + said + "); restore it from a copy";
        }
        if (state.startsWith("28")) {
            return "user or password are refused; set " + StoreLocation.USER + " and " + StoreLocation.PASSWORD
                    + " in the environment";
        }
        if (state.startsWith("3D") || e.getErrorCode() == 1049) {
            return "there is no such database on the server; create it first (CREATE DATABASE)";
        }
        if (Dialect.isGone(e)) {
            return "the database cannot be reached (" + said + "); what was stored is kept: start the database, check"
                    + " the URL, and run the same command again";
        }
        if (state.equals("42501")) {
            return "the user may not do this (" + said + "); grant the rights on the database";
        }
        return location.dialect().words() + " says: " + said + "; what was stored before is kept";
    }

    /** The first line of what the driver said, without the URL and the password should it have repeated them. */
    private static String said(StoreLocation location, SQLException e) {
        String text = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String scrubbed = text.replace(location.url(), location.toString());
        return location.password().isEmpty() ? scrubbed : scrubbed.replace(location.password(), "***");
    }
}
