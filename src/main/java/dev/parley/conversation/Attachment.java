package dev.parley.conversation;

import java.util.UUID;

/** A file that goes with a message; its size is in bytes. */
public record Attachment(UUID id, String name, String type, int size) {}
