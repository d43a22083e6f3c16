package dev.parley.agent;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.platform.ParleyException;

/** Each role includes those before it. */
public enum AgentRole {
    AGENT,
    /** Takes over conversations, and manages labels and canned answers. */
    SUPERVISOR,
    /** Manages agents and the shop's settings. */
    ADMINISTRATOR;

    /** As stored, as sent, and as named in operations. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This role and the lower ones. */
    public Set<String> included() {
        return Stream.of(values()).filter(role -> role.compareTo(this) <= 0).map(AgentRole::wire)
                .collect(Collectors.toUnmodifiableSet());
    }

    public static AgentRole of(String wire) {
        return Stream.of(values()).filter(role -> role.wire().equals(wire)).findFirst()
                .orElseThrow(() -> ParleyException.field("role", "bad_role",
                        "is one of agent, supervisor and administrator."));
    }
}
