package dev.parley.platform.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of a PostgreSQL server. */
public final class JdbcUrl {
    private static final Pattern PARTS = Pattern.compile("jdbc:postgresql://(?:[^@/]*@)?([^/?]*)(/[^?]*)?.*");
    private static final Pattern LOCAL = Pattern.compile("localhost|127\\.[0-9.]+|\\[?::1]?");

    private JdbcUrl() {}

    /** From the reactive client's, so that only one is configured. */
    public static String of(String reactiveUrl) {
        return "jdbc:" + reactiveUrl.replaceFirst("^vertx-reactive:", "").replaceFirst("^postgres://", "postgresql://");
    }

    public static boolean isGood(String jdbcUrl) {
        return PARTS.matcher(jdbcUrl).matches();
    }

    /** Host, port and database, without what may be a secret. */
    public static String where(String jdbcUrl) {
        Matcher parts = PARTS.matcher(jdbcUrl);
        return parts.matches()
                ? parts.group(1) + (parts.group(2) == null ? "" : parts.group(2))
                : "the configured address";
    }

    /** True if no network is between. */
    public static boolean isLocal(String jdbcUrl) {
        Matcher parts = PARTS.matcher(jdbcUrl);
        return parts.matches() && isLocalHost(parts.group(1).replaceFirst(":\\d+$", ""));
    }

    public static boolean isLocalHost(String host) {
        return LOCAL.matcher(host).matches();
    }
}
