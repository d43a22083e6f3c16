package dev.parley.feed;

/** Bounds what waits to be written to a socket; a client that does not read must reconnect. On one context. */
public final class Backlog {
    private final int mostFrames;
    private final int mostCharacters;
    private int frames;
    private int characters;

    public Backlog(int mostFrames, int mostCharacters) {
        this.mostFrames = mostFrames;
        this.mostCharacters = mostCharacters;
    }

    /** False if too much is waiting. A single frame may exceed the limit. */
    public boolean take(String frame) {
        if (frames >= mostFrames || (frames > 0 && characters + frame.length() > mostCharacters)) {
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
