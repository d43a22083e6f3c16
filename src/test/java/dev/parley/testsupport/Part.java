package dev.parley.testsupport;

/** A step in the sending of a body. */
sealed interface Part {
    record Text(String text) implements Part {}

    record Delay(long millis) implements Part {}

    /** Says nothing more until the client hangs up. */
    record Stall() implements Part {}
}
