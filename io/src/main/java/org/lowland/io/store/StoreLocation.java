package org.lowland.io.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lowland.api.InputException;

/**
 * Where a store is: a file of H2, {@code NAME.mv.db}, or a JDBC URL of H2, PostgreSQL or MariaDB. User and password are
 * taken out of the URL, or else from the environment, and are never shown. Immutable.
 */
public final class StoreLocation {
    /** The ending of the file of a store. */
    public static final String ENDING = ".mv.db";

    /** The environment variable of the user, where the URL names none. */
    public static final String USER = "LOWLAND_STORE_USER";

    /** The environment variable of the password, where the URL holds none. */
    public static final String PASSWORD = "LOWLAND_STORE_PASSWORD";

    private static final String JDBC = "jdbc:";
    private static final Pattern AUTHORITY = Pattern.compile("//([^/@?;]*)@");
    private static final Pattern SECRET =
            Pattern.compile("(?<=[?&;])(user|username|password)=([^&;]*)[&;]?", Pattern.CASE_INSENSITIVE);

    private final Dialect dialect;
    private final String url;
    private final String user;
    private final String password;
    private final String shown;
    private final Optional<Path> file;

    private StoreLocation(
            Dialect dialect, String url, String user, String password, String shown, Optional<Path> file) {
        this.dialect = dialect;
        this.url = url;
        this.user = user;
        this.password = password;
        this.shown = shown;
        this.file = file;
    }

    /**
     * Whether a text is meant as the place of a store.
     *
     * @param text as typed
     * @return whether it begins as a JDBC URL does or ends as a store's file does
     */
    public static boolean isStore(String text) {
        return text.startsWith(JDBC) || text.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Reads a place.
     *
     * @param text as typed
     * @return the place, with user and password from the environment where the text has none
     * @throws InputException when it is neither a store's file nor a URL of a known database
     */
    public static StoreLocation parse(String text) {
        return parse(text, System.getenv());
    }

    static StoreLocation parse(String text, Map<String, String> environment) {
        if (!text.startsWith(JDBC)) {
            return ofFile(text);
        }
        String shown = shown(text);
        Dialect dialect = dialect(text);
        String user = environment.getOrDefault(USER, "");
        String password = environment.getOrDefault(PASSWORD, "");
        Matcher authority = AUTHORITY.matcher(text);
        String bare = text;
        if (authority.find()) {
            String[] parts = authority.group(1).split(":", 2);
            user = decoded(dialect, parts[0]);
            password = parts.length > 1 ? decoded(dialect, parts[1]) : password;
            bare = authority.replaceFirst("//");
        }
        Matcher secret = SECRET.matcher(bare);
        while (secret.find()) {
            if (secret.group(1).toLowerCase(Locale.ROOT).startsWith("user")) {
                user = decoded(dialect, secret.group(2));
            } else {
                password = decoded(dialect, secret.group(2));
            }
        }
        bare = secret.replaceAll("").replaceFirst("[?&;]$", "");
        return new StoreLocation(dialect, bare, user, password, shown, Optional.empty());
    }

    /** What may be shown of an argument of a command: of a URL, nothing that may hold a secret. */
    public static String shown(String text) {
        return text.startsWith(JDBC)
                ? AUTHORITY.matcher(text).replaceFirst("//").replaceFirst("[?;].*", "")
                : text;
    }

    private static StoreLocation ofFile(String text) {
        if (!isStore(text)) {
            throw new InputException(text + ": a store is a file NAME" + ENDING
                    + " or a JDBC URL, such as jdbc:postgresql://host/database");
        }
        if (text.contains(";")) {
            throw new InputException(text + ": the name of a store's file holds no ';'; choose another name");
        }
        Path file = Path.of(text).toAbsolutePath();
        String name = file.toString();
        String url = "jdbc:h2:file:" + name.substring(0, name.length() - ENDING.length()) + ";AUTO_SERVER=TRUE";
        return new StoreLocation(Dialect.H2, url, "sa", "", text, Optional.of(file));
    }

    private static Dialect dialect(String text) {
        String scheme = text.substring(JDBC.length()).replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "h2" -> Dialect.H2;
            case "postgresql" -> Dialect.POSTGRESQL;
            case "mariadb" -> Dialect.MARIADB;
            default ->
                throw new InputException(
                        JDBC + scheme + ": a store lives in H2, PostgreSQL or MariaDB; begin its URL with jdbc:h2:,"
                                + " jdbc:postgresql: or jdbc:mariadb:");
        };
    }

    private static String decoded(Dialect dialect, String value) {
        return dialect == Dialect.POSTGRESQL ? URLDecoder.decode(value, StandardCharsets.UTF_8) : value;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The URL without user and password. */
    String url() {
        return url;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** The file, where the place was given as one. */
    Optional<Path> file() {
        return file;
    }

    /** {@return the place without anything that may be a secret} */
    @Override
    public String toString() {
        return shown;
    }
}
