package dev.parley.feed;

/**
 * How much of a socket is not on its way yet. A client that does not read is cut off rather than kept in memory; it reconnects and
 * resumes. Used on one context only.
 */
public final class Backlog {
    private final int mostFrames;
    private final int mostCharacters;
    private int frames;
    private int characters;

    public Backlog(int mostFrames, int mostCharacters) {
        this.mostFrames = mostFrames;
        this.mostCharacters = mostCharacters;
    }

    /** Whether the frame may be written; not when too much waits already. A single frame may be larger than the limit. */
    public boolean take(String frame) {
        if (frames >= mostFrames || (frames > 0 && characters + frame.length() > mostCharacters)) {
            return false;
        }
        frames++;
        characters += frame.length();
        return true;
    }

    /** The frame has been written, or never will be. */
    public void done(String frame) {
        frames--;
        characters -= frame.length();
    }
}
