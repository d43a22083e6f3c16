package dev.parley.widget;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a visitor's client may say on its socket. */
sealed interface VisitorFrame {
    record Hello(String token, long since) implements VisitorFrame {}

    /** A message; with a recording its text may be empty. */
    record Send(UUID id, String text, @Nullable String page, @Nullable UUID recording) implements VisitorFrame {}

    record Stop(UUID answer) implements VisitorFrame {}

    record Typing(boolean on) implements VisitorFrame {}

    record Seen(long seq) implements VisitorFrame {}

    record Handoff(@Nullable String reason) implements VisitorFrame {}

    record Rate(long seq, boolean up, @Nullable String comment) implements VisitorFrame {}

    record Close() implements VisitorFrame {}

    record Ping() implements VisitorFrame {}
}
