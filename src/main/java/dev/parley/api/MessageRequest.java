package dev.parley.api;

import org.jspecify.annotations.Nullable;

/**
 * A visitor's message.
 *
 * @param id a UUID that makes it safe to send again; none: one is made
 * @param page address of the page that the visitor looks at
 * @param recording what was spoken; with it the text may be empty
 */
public record MessageRequest(@Nullable String id, @Nullable String text, @Nullable String page,
        @Nullable String recording) {}
