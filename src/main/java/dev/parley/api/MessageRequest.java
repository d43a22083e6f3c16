package dev.parley.api;

import org.jspecify.annotations.Nullable;

/**
 * A visitor's message.
 *
 * @param id a UUID that makes it safe to send again; none: one is made
 */
public record MessageRequest(@Nullable String id, @Nullable String text) {}
