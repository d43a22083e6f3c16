package dev.parley.visitor;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

public enum IdentityMode {
    /** All visitors are anonymous. */
    OFF,
    /** Visitors with a proof are known; others are anonymous. */
    OPTIONAL,
    /** Visitors without a proof are refused. */
    REQUIRED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
