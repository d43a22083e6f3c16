package dev.parley.agent;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parley.platform.ParleyException;

/** What an agent may do; each may do what those before it may. */
public enum AgentRole {
    /** Answers visitors. */
    AGENT,
    /** Takes conversations from others, and sets labels and canned answers for all. */
    SUPERVISOR,
    /** Decides who the agents are and how the shop's support works. */
    ADMINISTRATOR;

    /** As stored, as sent, and as operations name it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This role and those below it, as operations name them. */
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
