package dev.parley.socket;

import dev.parley.allowance.Allowances;

record SocketPlace(Allowances allowances, String address, IncomingBytes incoming) {
    void take() {
        allowances.opened(address);
    }

    void leave() {
        allowances.closed(address);
    }

    /** Stops reading, and limits the address's new sockets for a while. */
    void flooded() {
        incoming.stop();
        allowances.flooded(address);
    }
}
