package dev.parley.visitor;

import dev.parley.platform.ParleyException;

/** A rejected proof. Before the signature check all errors look alike; later ones name the claim to fix. */
public final class IdentityRefusedException extends ParleyException {
    private static final long serialVersionUID = 1L;

    private IdentityRefusedException(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    public static IdentityRefusedException required() {
        return new IdentityRefusedException(Kind.UNAUTHENTICATED, "identity_required",
                "This shop's chat is for signed-in customers. Send `user_jwt`, or `user_id` with `user_hash`.");
    }

    static IdentityRefusedException notConfigured() {
        return new IdentityRefusedException(Kind.INVALID, "identity_not_configured",
                "This shop has not set up signed-in visitors. Leave out user_jwt, user_id and user_hash, or set `mode` at /v1/identity.");
    }

    static IdentityRefusedException ambiguous() {
        return new IdentityRefusedException(Kind.INVALID, "identity_ambiguous",
                "Send either `user_jwt`, or both `user_id` and `user_hash`.");
    }

    static IdentityRefusedException invalid() {
        return new IdentityRefusedException(Kind.UNAUTHENTICATED, "identity_invalid",
                "The visitor's identity could not be checked. It must be signed on your server, with a secret or key that stands at /v1/identity and that key's own algorithm.");
    }

    static IdentityRefusedException expired() {
        return new IdentityRefusedException(Kind.UNAUTHENTICATED, "identity_expired",
                "The `user_jwt` has expired. Make a new one for each page and call setUser with it.");
    }

    static IdentityRefusedException unavailable() {
        return new IdentityRefusedException(Kind.UNAVAILABLE, "identity_unavailable",
                "The keys that check this identity cannot be read just now. Try again in a minute.");
    }

    static IdentityRefusedException claims(String detail) {
        return new IdentityRefusedException(Kind.INVALID, "identity_claims", detail);
    }
}
