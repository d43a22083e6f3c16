package dev.parley.model.reading;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** An upstream's error, whose words may quote the prompt ({@link UpstreamWords}). {@code code} is as sent. */
public record UpstreamError(@Nullable String code, @Nullable String type, List<Complaint> complaints) {
    static final UpstreamError UNKNOWN = new UpstreamError(null, null);
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    /** {@code parameter}: path with dots; empty if none is named. */
    public record Complaint(String parameter, String words) {}

    UpstreamError(@Nullable String code, @Nullable String type) {
        this(code, type, List.of());
    }

    /** Null unless fit for logs. */
    public static @Nullable String printable(@Nullable String header) {
        return header == null ? null : new UpstreamError(header, null).printable();
    }

    /** The code, else the type, if fit for logs: the upstream may be anybody's server. */
    @Nullable
    public String printable() {
        if (code != null && WORD.matcher(code).matches()) {
            return code;
        }
        return type != null && WORD.matcher(type).matches() ? type : null;
    }

    /** Omits words, which may quote a visitor. */
    @Override
    public String toString() {
        return "error " + printable();
    }
}
