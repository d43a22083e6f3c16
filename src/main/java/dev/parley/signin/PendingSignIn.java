package dev.parley.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import dev.parley.platform.Token;
import org.jspecify.annotations.Nullable;

/**
 * State of a sign-in at the identity provider, kept in an HTTP-only cookie. The state ties the return to this browser;
 * the verifier (RFC 7636) and nonce make a stolen code or ID token useless elsewhere. {@code back} is where to return
 * in the console.
 */
record PendingSignIn(String state, String nonce, String verifier, String shop, String back) {
    static PendingSignIn begin(@Nullable String shop, @Nullable String back) {
        String place = back != null && back.startsWith("#/") && back.length() <= 200 ? back : "";
        return new PendingSignIn(Token.generate(), Token.generate(), Token.generate(), shop == null ? "" : shop,
                place);
    }

    /** Null if we did not write it. */
    static @Nullable PendingSignIn read(String cookie) {
        try {
            List<String> parts = Stream.of(cookie.split("\\.", -1))
                    .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8)).toList();
            return parts.size() == 5
                    ? new PendingSignIn(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4))
                    : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    String cookie() {
        return String.join(".", Stream.of(state, nonce, verifier, shop, back)
                .map(part -> encoded(part.getBytes(StandardCharsets.UTF_8))).toList());
    }

    String challenge() {
        return encoded(Token.hash(verifier));
    }

    boolean isAnsweredBy(@Nullable String returned) {
        return returned != null && !state.isEmpty() && MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8),
                returned.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "PendingSignIn[hidden]";
    }
}
