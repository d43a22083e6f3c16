package dev.parley.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The requested part of a file (RFC 9110, section 14); {@code until} is exclusive. Multiple ranges, and units other
 * than bytes, get the whole file, as the standard allows.
 */
public record ByteRange(long from, long until, long size, boolean part) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    /** A range may be unsatisfiable; see {@link #satisfiable}. */
    public static ByteRange of(@Nullable String header, long size) {
        Matcher one = header == null ? null : ONE.matcher(header.strip());
        if (one == null || !one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return new ByteRange(0, size, size, false);
        }
        if (one.group(1).isEmpty()) {
            long last = Long.parseLong(one.group(2));
            return new ByteRange(last == 0 ? size : Math.max(0, size - last), size, size, true);
        }
        long from = Long.parseLong(one.group(1));
        long until = one.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(one.group(2)) + 1);
        return from < size && until <= from
                ? new ByteRange(0, size, size, false)
                : new ByteRange(from, until, size, true);
    }

    public boolean satisfiable() {
        return from < until;
    }

    public long length() {
        return satisfiable() ? until - from : 0;
    }

    public int status() {
        return !satisfiable() ? 416 : part ? 206 : 200;
    }

    public Map<String, List<String>> headers() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Accept-Ranges", List.of("bytes"));
        headers.put("Content-Length", List.of(Long.toString(length())));
        if (!satisfiable()) {
            headers.put("Content-Range", List.of("bytes */" + size));
        } else if (part) {
            headers.put("Content-Range", List.of("bytes " + from + "-" + (until - 1) + "/" + size));
        }
        return headers;
    }
}
