package dev.parley.signin;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A browser in which an agent is signed in. */
public record AgentSession(UUID id, @Nullable String userAgent, Instant createdAt, Instant lastSeenAt) {}
