package dev.parley.prompt;

/** Something that was said in the conversation before the open question. */
public record PastMessage(Author author, String text) {
    public enum Author {
        VISITOR, BOT, AGENT
    }
}
