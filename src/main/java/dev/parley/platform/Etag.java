package dev.parley.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

import dev.parley.platform.ParleyException.Kind;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Entity tags against lost updates (RFC 9110, section 13.1). */
public final class Etag {
    private static final int BYTES = 15;

    private Etag() {}

    /** The header's value, quotes included. */
    public static String of(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES)) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Fails with 412 unless `If-Match` is absent or names the current state. */
    public static void require(@Nullable String ifMatch, String current) {
        if (ifMatch != null && !names(ifMatch, current)) {
            throw stale();
        }
    }

    /** For a write that found a newer state than {@code If-Match} had just named. */
    public static <T> Uni<T> changedMeanwhile() {
        return Uni.createFrom().failure(Etag::stale);
    }

    private static ParleyException stale() {
        return new ParleyException(Kind.STALE, "changed_meanwhile",
                "It is no longer what `If-Match` names: somebody has changed it. Read it again, then change that.");
    }

    /** {@code header} is a list in `If-Match` or `If-None-Match`; `*` matches any state. */
    public static boolean names(String header, String current) {
        return Arrays.stream(header.split(",")).map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(current));
    }
}
