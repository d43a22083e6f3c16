package dev.parley.visitor;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a shop's visitors say who they are. */
public enum IdentityMode {
    /** All are anonymous. */
    OFF,
    /** Who proves who they are is known; the others are anonymous. */
    OPTIONAL,
    /** Nobody chats without proof. */
    REQUIRED;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
