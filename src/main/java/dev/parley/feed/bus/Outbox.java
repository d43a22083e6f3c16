package dev.parley.feed.bus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Hints on their way to the bus, from any thread. What does not fit is dropped, and its number is left out. */
final class Outbox {
    private static final int MAX_WAITING = 20_000;
    /** Of one round, so that a heartbeat is never far. */
    private static final int MAX_AT_ONCE = 1_000;
    /** Of an envelope's header, see {@link Envelope}, with the brackets of the list. */
    private static final int OVERHEAD_BYTES = 102;

    private final UUID replica;
    private final Queue<Hint> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean leftOut = new AtomicBoolean();
    private long number;

    Outbox(UUID replica) {
        this.replica = replica;
    }

    void add(Hint hint) {
        if (size.incrementAndGet() > MAX_WAITING) {
            size.decrementAndGet();
            leaveOut();
        } else {
            waiting.add(hint);
        }
    }

    /** A hint is not sent. Whoever should have heard it notices the missing number. */
    void leaveOut() {
        if (!leftOut.get()) {
            leftOut.set(true);
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** While there is no link. Receivers will notice the missing number. */
    void drop() {
        waiting.clear();
        size.set(0);
        number++;
    }

    /** What waits, or a heartbeat. Not thread-safe, unlike {@link #add}. */
    List<String> texts(int maxBytes) {
        if (leftOut.getAndSet(false)) {
            number++;
        }
        List<String> texts = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        int bytes = 0;
        Hint hint;
        for (int i = 0; i < MAX_AT_ONCE && (hint = waiting.poll()) != null; i++) {
            size.decrementAndGet();
            String json = HintJson.write(hint);
            int more = json.getBytes(StandardCharsets.UTF_8).length + 1;
            if (bytes > 0 && bytes + more > maxBytes - OVERHEAD_BYTES) {
                texts.addAll(envelope(body, maxBytes));
                body.setLength(0);
                bytes = 0;
            }
            body.append(bytes == 0 ? "" : ",").append(json);
            bytes += more;
        }
        if (bytes > 0 || texts.isEmpty()) {
            texts.addAll(envelope(body, maxBytes));
        }
        return texts;
    }

    private List<String> envelope(StringBuilder hints, int maxBytes) {
        return Envelope.texts(replica, ++number, "[" + hints + "]", maxBytes);
    }

    String goodbye() {
        return new Envelope(replica, ++number, 1, 1, Envelope.BYE).text();
    }
}
