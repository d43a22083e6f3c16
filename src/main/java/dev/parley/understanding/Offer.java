package dev.parley.understanding;

public enum Offer {
    NONE, PERSON, ACTION
}
