package dev.parley.allowance;

/** {@code atOnce}: size of the burst. */
public record Rate(int atOnce, int perMinute) {
    /** Parses {@code 30/60}; used by the settings' converter. */
    public static Rate of(String text) {
        if (!text.matches("[1-9]\\d{0,6}/[1-9]\\d{0,6}")) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no rate. Write how many may come at once and how many in a minute, as in 30/60.");
        }
        int slash = text.indexOf('/');
        return new Rate(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    Bucket bucket(long nowNanos) {
        return new Bucket(atOnce, perMinute / 60.0, nowNanos);
    }
}
