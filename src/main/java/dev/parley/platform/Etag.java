package dev.parley.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import dev.parley.platform.ParleyException.Kind;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Names one state of a thing, so that nobody overwrites what another has changed meanwhile (RFC 9110, section 13.1). */
public final class Etag {
    private static final int BYTES = 15;

    private Etag() {}

    /** The header's value, quotes included, for a thing that is written so. */
    public static String of(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Refuses with 412 unless the `If-Match` header, where there is one, names this state. */
    public static void require(@Nullable String ifMatch, String current) {
        if (ifMatch != null && !names(ifMatch, current)) {
            throw stale();
        }
    }

    /** For a write that found another state than the one that `If-Match` named a moment ago. */
    public static <T> Uni<T> changedMeanwhile() {
        return Uni.createFrom().failure(Etag::stale);
    }

    private static ParleyException stale() {
        return new ParleyException(Kind.STALE, "changed_meanwhile",
                "It is no longer what `If-Match` names: somebody has changed it. Read it again, then change that.");
    }

    /** Whether the list in `If-Match` or `If-None-Match` names this state, or any with `*`. */
    public static boolean names(String header, String current) {
        return Arrays.stream(header.split(",")).map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
    }
}
