package dev.parley.platform;

/** What the first question needs and the start does not. Loads on first use, or in the background before it. */
public interface Preload {
    /** May take a second. */
    void load();
}
