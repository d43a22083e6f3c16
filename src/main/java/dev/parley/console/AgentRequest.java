package dev.parley.console;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** An agent to invite or change; absent fields stay, and the e-mail cannot change. */
public record AgentRequest(@Nullable String email, @Nullable String name, @Nullable String role,
        @Nullable Integer capacity, @Nullable List<String> skills, @Nullable Boolean disabled) {}
