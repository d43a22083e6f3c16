package dev.parley.spend;

public sealed interface Reserving {
    /** Make the call and settle it in every case. */
    record Granted(Reservation reservation) implements Reserving {}

    /** A limit would be exceeded. A cheaper call may fit. */
    record Exhausted(Exceeded limit) implements Reserving {}

    /** The model has no price and must not be called. */
    record Unpriced(String model) implements Reserving {}
}
