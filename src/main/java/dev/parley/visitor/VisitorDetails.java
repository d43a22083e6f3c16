package dev.parley.visitor;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** {@code externalId} is the shop's customer id, or null; {@code attributes} is JSON signed by the shop. */
public record VisitorDetails(UUID id, @Nullable String externalId, @Nullable String name, @Nullable String email,
        @Nullable String locale, String attributes, Instant createdAt, Instant lastSeenAt) {}
