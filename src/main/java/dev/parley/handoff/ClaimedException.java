package dev.parley.handoff;

import java.util.UUID;

/** A colleague was faster; {@link Claims} adds the name. */
final class ClaimedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID owner;

    ClaimedException(UUID owner) {
        super("claimed", null, false, false);
        this.owner = owner;
    }

    UUID owner() {
        return owner;
    }
}
