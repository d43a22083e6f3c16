package dev.parley.model;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What an upstream says went wrong. Its message is not kept: some quote the prompt.
 *
 * @param code as sent; servers disagree whether it is a word or a number
 */
record UpstreamError(@Nullable String code, @Nullable String type) {
    static final UpstreamError UNKNOWN = new UpstreamError(null, null);
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    /** A header's value, if it is fit to be logged. */
    static @Nullable String printable(@Nullable String header) {
        return header == null ? null : new UpstreamError(header, null).printable();
    }

    /** The code, or else the type, if it is fit to be logged: the upstream may be anybody's server. */
    @Nullable
    String printable() {
        if (code != null && WORD.matcher(code).matches()) {
            return code;
        }
        return type != null && WORD.matcher(type).matches() ? type : null;
    }
}
