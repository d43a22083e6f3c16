package dev.parley.conversation;

import java.util.List;
import java.util.UUID;

import dev.parley.platform.ParleyException;

/** An agent's message to write, validated on creation. With {@code attachments} of its own the text may be empty. */
public record AgentMessage(UUID clientId, UUID agent, String name, String text, List<UUID> attachments) {
    private static final int MAX_ATTACHMENTS = 10;

    public AgentMessage {
        text = text.replace("\u0000", "");
        attachments = attachments.stream().distinct().toList();
        if (attachments.size() > MAX_ATTACHMENTS) {
            throw ParleyException.invalid("too_many_attachments", "A message has at most 10 attachments.");
        }
        if (text.isBlank() && attachments.isEmpty()) {
            throw ParleyException.invalid("text_empty", "The message has no text. Write something and send it again.");
        }
        if (text.codePointCount(0, text.length()) > VisitorMessage.LONGEST) {
            throw ParleyException.invalid("text_too_long",
                    "The message is longer than 10,000 characters. Shorten it or send it in parts.");
        }
    }
}
