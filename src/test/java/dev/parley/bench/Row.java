package dev.parley.bench;

/** Names of what is measured. */
final class Row {
    static final String FIRST_START = "first start";
    static final String RESTART = "restart";
    static final String IDLE = "RSS when idle after a restart, MB";
    static final String IDLE_POSTGRES = "PostgreSQL's memory (PSS) then, MB";
    static final String FAILED = "failed turns";
    static final String MODEL_CALLS = "model calls a turn";

    static final String FLAT_MESSAGES = "messages";
    static final String FLAT_SHOPS = "shops";
    static final String FLAT_ENTRIES = "entries";
    static final String FLAT_OWN_ENTRIES = "own-entries";
    static final String TIMES_EMPTY = "CPU of both, times that of an empty one";
    static final String SEARCH = "search in 10,000 entries, p99 of CPU, ms";
    static final String SOCKETS_OPEN = "idle sockets open";
    static final String SOCKET_HEAP = "heap of each, KiB";
    static final String SOCKET_RESIDENT = "RSS of each, KiB";
    static final String PURGE_SECONDS = "purge, s";
    static final String LIVE_BEFORE = "live turns before the purge, p99, ms";
    static final String LIVE_DURING = "live turns during the purge, p99, ms";
    static final String LIVE_TIMES = "live turns, p99 during, times that before";
    static final String WIDGET_FIRST = "widget's first load, bytes (brotli)";
    static final String WIDGET_CONVERSATION = "a plain conversation, bytes (brotli)";
    static final String NEWCOMER = "first answer after `./mvnw quarkus:dev` in a fresh clone, s";

    private Row() {}

    /** @param kind what fills the service */
    static String flat(String kind, String what) {
        return "beside many " + kind + ": " + what;
    }

    static String loadBefore(String part) {
        return "load average before `" + part + "`";
    }

    static String ready(String kind) {
        return kind + ": ready, s";
    }

    static String answer(String kind) {
        return kind + ": first whole answer, s";
    }

    static String cpu(String kind) {
        return kind + ": CPU until then, s";
    }

    static String cpuOfPostgres(String kind) {
        return kind + ": CPU of PostgreSQL until then, s";
    }

    static String cpuPerTurn(int from, int to) {
        return "CPU ms a turn" + block(from, to);
    }

    static String postgresPerTurn(int from, int to) {
        return "PostgreSQL's CPU ms a turn" + block(from, to);
    }

    static String rate(int from, int to) {
        return "turns a second" + block(from, to);
    }

    static String memoryAfter(int turns) {
        return "RSS after %,d turns, MB".formatted(turns);
    }

    static String postgresAfter(int turns) {
        return "PostgreSQL's memory (PSS) after %,d turns, MB".formatted(turns);
    }

    static String direct(String part) {
        return what(part) + " straight from the model, p50, ms";
    }

    static String overP50(String part) {
        return what(part) + " over that, p50, ms";
    }

    static String overP99(String part) {
        return what(part) + " over that, p99, ms";
    }

    private static String what(String part) {
        return part.equals(Options.FIRST) ? "first token" : "delta (100 streams)";
    }

    private static String block(int from, int to) {
        return ", turns %,d–%,d".formatted(from, to);
    }
}
