package dev.parley.prompt;

public record PastMessage(Author author, String text) {
    public enum Author {
        VISITOR, BOT, AGENT
    }
}
