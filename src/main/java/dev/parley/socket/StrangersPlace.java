package dev.parley.socket;

import dev.parley.allowance.Allowances;

/**
 * The place that one stranger's socket takes up among all that may be open.
 *
 * @param address of whoever opened it
 */
record StrangersPlace(Allowances allowances, String address, IncomingBytes incoming) {
    void take() {
        allowances.opened(address);
    }

    void leave() {
        allowances.closed(address);
    }

    /** Whoever floods is read no more, and opens fewer sockets for a while. */
    void flooded() {
        incoming.stop();
        allowances.flooded(address);
    }
}
