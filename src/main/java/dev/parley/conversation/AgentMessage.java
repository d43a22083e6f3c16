package dev.parley.conversation;

import java.util.UUID;

import dev.parley.platform.ParleyException;

/** What an agent says to a visitor. It cannot be made of a text that may not be stored. */
public record AgentMessage(UUID clientId, UUID agent, String name, String text) {
    public AgentMessage {
        text = text.replace("\u0000", "");
        if (text.isBlank()) {
            throw ParleyException.invalid("text_empty", "The message has no text. Write something and send it again.");
        }
        if (text.codePointCount(0, text.length()) > VisitorMessage.LONGEST) {
            throw ParleyException.invalid("text_too_long",
                    "The message is longer than 10,000 characters. Shorten it or send it in parts.");
        }
    }
}
