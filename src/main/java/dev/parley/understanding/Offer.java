package dev.parley.understanding;

/** What the bot's last message offered. */
public enum Offer {
    NONE, PERSON, ACTION
}
