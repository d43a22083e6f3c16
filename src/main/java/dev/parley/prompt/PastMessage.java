package dev.parley.prompt;

/** An earlier message of the conversation. */
public record PastMessage(Author author, String text) {
    public enum Author {
        VISITOR, BOT, AGENT
    }
}
