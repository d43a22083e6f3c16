package dev.parley.feed.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.smallrye.mutiny.Uni;

/** Within one JVM: for a single replica, which has nobody to tell. */
final class JvmTransport implements Transport {
    /** Those in this JVM. */
    static final class Hub {
        private final List<JvmTransport> members = new CopyOnWriteArrayList<>();
    }

    private final Hub hub;
    private volatile Consumer<String> arrived = text -> {};

    JvmTransport(Hub hub) {
        this.hub = hub;
    }

    @Override
    public int maxBytes() {
        return 1 << 20;
    }

    @Override
    public Uni<Void> connect(Consumer<String> arrived, Runnable closed) {
        this.arrived = arrived;
        hub.members.add(this);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> send(List<String> texts) {
        texts.forEach(text -> hub.members.forEach(member -> member.arrived.accept(text)));
        return Uni.createFrom().voidItem();
    }

    @Override
    public void disconnect() {
        hub.members.remove(this);
    }
}
