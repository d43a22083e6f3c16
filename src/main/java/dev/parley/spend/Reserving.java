package dev.parley.spend;

/** What became of a reservation. */
public sealed interface Reserving {
    /** The money is set aside: make the call, then settle it whatever came of it. */
    record Granted(Reservation reservation) implements Reserving {}

    /** The call would break a limit. A cheaper one may still fit. */
    record Exhausted(Exceeded limit) implements Reserving {}

    /** Nobody has set a price for this model, so it must not be asked. */
    record Unpriced(String model) implements Reserving {}
}
