package dev.parley.testsupport;

/** A step of sending a body. */
sealed interface Part {
    record Text(String text) implements Part {}

    record Delay(long millis) implements Part {}

    /** Sends nothing more until the client disconnects. */
    record Stall() implements Part {}
}
