package dev.parley.model.reading;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What an upstream says went wrong. Its words may quote the prompt: they are judged here, and told only as {@link UpstreamWords} lets them.
 *
 * @param code as sent; servers disagree whether it is a word or a number
 * @param complaints what it does not like, each with the parameter that it blames; empty where it only says no
 */
public record UpstreamError(@Nullable String code, @Nullable String type, List<Complaint> complaints) {
    static final UpstreamError UNKNOWN = new UpstreamError(null, null);
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    /**
     * One thing that it does not like.
     *
     * @param parameter as a path with dots; empty where none is named
     */
    public record Complaint(String parameter, String words) {}

    UpstreamError(@Nullable String code, @Nullable String type) {
        this(code, type, List.of());
    }

    /** A header's value, if it is fit to be logged. */
    public static @Nullable String printable(@Nullable String header) {
        return header == null ? null : new UpstreamError(header, null).printable();
    }

    /** The code, or else the type, if it is fit to be logged: the upstream may be anybody's server. */
    @Nullable
    public String printable() {
        if (code != null && WORD.matcher(code).matches()) {
            return code;
        }
        return type != null && WORD.matcher(type).matches() ? type : null;
    }

    /** Records print their fields, and these may hold what a visitor wrote. */
    @Override
    public String toString() {
        return "error " + printable();
    }
}
