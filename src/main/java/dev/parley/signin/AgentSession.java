package dev.parley.signin;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

public record AgentSession(UUID id, @Nullable String userAgent, Instant createdAt, Instant lastSeenAt) {}
