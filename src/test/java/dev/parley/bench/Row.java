package dev.parley.bench;

/** Names of what is measured. */
final class Row {
    static final String FIRST_START = "first start";
    static final String RESTART = "restart";
    static final String IDLE = "RSS when idle after a restart, MB";
    static final String IDLE_POSTGRES = "PostgreSQL's memory (PSS) then, MB";
    static final String FAILED = "failed turns";
    static final String MODEL_CALLS = "model calls a turn";

    private Row() {}

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
