package dev.parley.widget;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

sealed interface VisitorFrame {
    record Hello(String token, long since) implements VisitorFrame {}

    /** A message; the text may be empty with a recording. */
    record Send(UUID id, String text, @Nullable String page, @Nullable UUID recording) implements VisitorFrame {}

    record Stop(UUID answer) implements VisitorFrame {}

    record Typing(boolean on) implements VisitorFrame {}

    record Seen(long seq) implements VisitorFrame {}

    record Handoff(@Nullable String reason) implements VisitorFrame {}

    record Rate(long seq, boolean up, @Nullable String comment) implements VisitorFrame {}

    record Close() implements VisitorFrame {}

    record Ping() implements VisitorFrame {}
}
