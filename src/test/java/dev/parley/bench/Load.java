package dev.parley.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.parley.bench.Chat.Turn;

/** Asks a service, in conversations of five turns. */
final class Load {
    private static final int TURNS_PER_CONVERSATION = 5;

    private final Chat chat;
    private final int port;
    /** Numbers every question of this service. */
    private final AtomicInteger asked = new AtomicInteger();

    Load(Chat chat, int port) {
        this.chat = chat;
        this.port = port;
    }

    /** Returns the number of failed turns; prints the first failure. */
    int turns(int count, int atOnce) throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            threads.add(Thread.ofPlatform().daemon().start(() -> work(count, begun, failed)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return failed.get();
    }

    private void work(int count, AtomicInteger begun, AtomicInteger failed) {
        try (HttpConnection connection = new HttpConnection(port)) {
            for (int from = begun.getAndAdd(TURNS_PER_CONVERSATION); from < count; from = begun
                    .getAndAdd(TURNS_PER_CONVERSATION)) {
                converse(connection, Math.min(TURNS_PER_CONVERSATION, count - from), failed);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void converse(HttpConnection connection, int turns, AtomicInteger failed) {
        int whole = 0;
        try {
            String conversation = chat.open(connection);
            for (int i = 0; i < turns; i++) {
                whole += ask(connection, conversation).whole() ? 1 : 0;
            }
        } catch (IOException e) {
            if (failed.get() == 0) {
                System.err.println("A turn failed: " + e);
            }
        }
        failed.addAndGet(turns - whole);
    }

    Turn ask(HttpConnection connection, String conversation) throws IOException {
        return chat.ask(connection, conversation, Chat.question(asked.getAndIncrement()));
    }

    /** Milliseconds: median of the model's own, and how much later the service's texts come. */
    record Overhead(double direct, double overP50, double overP99) {}

    /** Until the first text, of the service and of the model, asked in turn, one at a time. */
    Overhead firstTokens(int count, int modelPort) throws IOException {
        List<Long> service = new ArrayList<>();
        List<Long> direct = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(port);
                HttpConnection straight = new HttpConnection(modelPort)) {
            String conversation = "";
            for (int i = 0; i < count; i++) {
                conversation = i % TURNS_PER_CONVERSATION == 0 ? chat.open(connection) : conversation;
                service.add(whole(ask(connection, conversation)).first());
                direct.add(whole(Chat.MODEL.ask(straight, "", Chat.question(i))).first());
            }
        }
        return overhead(service, direct);
    }

    /** From the sending of each delta to its receipt, with many streams at once. */
    Overhead deltas(int streams, int modelPort) throws Exception {
        Load model = new Load(Chat.MODEL, modelPort);
        // The first streams open the connections between service and model.
        delays(streams);
        return overhead(delays(streams), model.delays(streams));
    }

    private List<Long> delays(int streams) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(streams)) {
            List<Long> delays = new ArrayList<>();
            Callable<Turn> single = this::single;
            for (Future<Turn> turn : threads.invokeAll(Collections.nCopies(streams, single))) {
                delays.addAll(whole(turn.get()).delays());
            }
            return delays;
        }
    }

    private Turn single() throws IOException {
        try (HttpConnection connection = new HttpConnection(port)) {
            return ask(connection, chat.open(connection));
        }
    }

    private static Turn whole(Turn turn) throws IOException {
        if (!turn.whole()) {
            throw new IOException("An answer was not whole");
        }
        return turn;
    }

    private static Overhead overhead(List<Long> service, List<Long> direct) {
        double median = at(direct, 0.5);
        return new Overhead(median, at(service, 0.5) - median, at(service, 0.99) - median);
    }

    private static double at(List<Long> nanos, double share) {
        double[] sorted = nanos.stream().mapToDouble(n -> n / 1e6).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
