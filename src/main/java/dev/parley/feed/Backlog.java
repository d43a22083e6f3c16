package dev.parley.feed;

/** Bounds what waits to be written to a socket; a client that does not read must reconnect. On one context. */
public final class Backlog {
    private final int maxFrames;
    private final int maxCharacters;
    private int frames;
    private int characters;

    public Backlog(int maxFrames, int maxCharacters) {
        this.maxFrames = maxFrames;
        this.maxCharacters = maxCharacters;
    }

    /** False if too much is waiting. A single frame may exceed the limit. */
    public boolean take(String frame) {
        if (frames >= maxFrames || (frames > 0 && characters + frame.length() > maxCharacters)) {
            return false;
        }
        frames++;
        characters += frame.length();
        return true;
    }

    public void done(String frame) {
        frames--;
        characters -= frame.length();
    }
}
