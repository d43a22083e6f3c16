package dev.parley.visitor;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of a visitor.
 *
 * @param externalId the shop's own id of the customer; null while anonymous
 * @param attributes a JSON object of what the shop has signed
 */
public record VisitorDetails(UUID id, @Nullable String externalId, @Nullable String name, @Nullable String email,
        @Nullable String locale, String attributes, Instant createdAt, Instant lastSeenAt) {}
