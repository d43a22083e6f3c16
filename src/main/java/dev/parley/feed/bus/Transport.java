package dev.parley.feed.bus;

import java.util.List;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;

/**
 * Carries texts to every replica, the sender included, in the sender's order, without a promise: what is sent while a
 * link is down is lost. Called on one context.
 */
interface Transport {
    /** Of one text in UTF-8. */
    int maxBytes();

    /** Both are called on any thread; {@code closed} perhaps more than once, and after {@link #disconnect}. */
    Uni<Void> connect(Consumer<String> arrived, Runnable closed);

    Uni<Void> send(List<String> texts);

    /** Does not fail. */
    void disconnect();
}
