package dev.parley.feed.bus;

import io.vertx.core.Vertx;

class JvmBusTest extends BusContract {
    private final JvmTransport.Hub hub = new JvmTransport.Hub();

    @Override
    Transport transport(Vertx vertx) {
        return new JvmTransport(hub);
    }
}
