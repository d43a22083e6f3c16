package dev.parley.conversation.attachment;

import java.util.UUID;

/** A file of a message; {@code size} is in bytes. */
public record Attachment(UUID id, String name, String type, int size) {}
