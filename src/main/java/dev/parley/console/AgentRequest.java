package dev.parley.console;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What is said of an agent. In a change, what is left out stays; the e-mail cannot be changed. */
public record AgentRequest(@Nullable String email, @Nullable String name, @Nullable String role,
        @Nullable Integer capacity, @Nullable List<String> skills, @Nullable Boolean disabled) {}
