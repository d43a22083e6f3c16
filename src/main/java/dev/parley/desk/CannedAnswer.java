package dev.parley.desk;

import java.time.Instant;
import java.util.UUID;

/** A text that agents use again; the shortcut is what they type after the slash. */
public record CannedAnswer(UUID id, String shortcut, String text, Instant updatedAt) {}
