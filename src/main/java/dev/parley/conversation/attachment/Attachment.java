package dev.parley.conversation.attachment;

import java.util.UUID;

/** A file that goes with a message; its size is in bytes. */
public record Attachment(UUID id, String name, String type, int size) {}
