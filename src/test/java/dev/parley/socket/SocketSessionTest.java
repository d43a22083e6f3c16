package dev.parley.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.parley.feed.ConversationFrame.Pong;
import dev.parley.feed.Frames;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SocketSessionTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String PONG = "{\"type\":\"pong\"}";

    private final FakeConnection connection = new FakeConnection(true);

    @AfterAll
    static void stop() {
        VERTX.close();
    }

    @Test
    void frames_areCarriedOutOneAfterTheOther() throws InterruptedException {
        EchoSession session = new EchoSession(connection, Limits.WIDE);
        CompletableFuture<Void> first = new CompletableFuture<>();
        session.under.add(first);

        session.received("a");
        session.received("b");

        assertThat(session.carriedOut(1)).containsExactly("a");
        first.complete(null);
        assertThat(session.carriedOut(2)).containsExactly("a", "b");
    }

    @Test
    void refusal_isToldAndTheNextFrameIsTaken() throws InterruptedException {
        EchoSession session = new EchoSession(connection, Limits.WIDE);

        session.received("unreadable");
        session.received("fails");
        session.received("a");

        assertThat(connection.next()).contains("\"code\":\"unread\"");
        assertThat(connection.next()).contains("\"code\":\"failed\"").contains("\"id\":\"fails\"");
        assertThat(connection.next()).isEqualTo(PONG);
    }

    @Test
    void binaryMessage_isRefusedAndCounted() throws InterruptedException {
        EchoSession session = new EchoSession(connection, new Limits(100, 1, 100));

        session.refuseBinary();
        session.refuseBinary();

        assertThat(connection.next()).contains("\"code\":\"bad_frame\"");
        assertThat(connection.next()).isEqualTo("4429 too_many_messages");
    }

    @Test
    void moreFramesThanAllowed_hangUpOnce() throws InterruptedException {
        EchoSession session = new EchoSession(connection, new Limits(100, 2, 100));

        for (String frame : List.of("a", "b", "c", "d")) {
            session.received(frame);
        }

        assertThat(connection.closing()).isEqualTo("4429 too_many_messages");
        assertThat(session.carriedOut(1)).doesNotContain("c", "d");
        assertThat(connection.isSilent()).isTrue();
    }

    @Test
    void moreFramesThanMayWait_hangUp() throws InterruptedException {
        EchoSession session = new EchoSession(connection, new Limits(100, 100, 2));
        session.under.add(new CompletableFuture<>());

        for (String frame : List.of("a", "b", "c", "d")) {
            session.received(frame);
        }

        assertThat(connection.closing()).isEqualTo("4429 too_many_messages");
    }

    @Test
    void frameOfMoreThan64KiB_isNotRead() throws InterruptedException {
        EchoSession session = new EchoSession(connection, Limits.WIDE);

        session.received("€".repeat(21_846));

        assertThat(connection.next()).isEqualTo("1009 frame_too_big");
    }

    @Test
    void largestFrame_isRead() throws InterruptedException {
        EchoSession session = new EchoSession(connection, Limits.WIDE);

        session.received("€".repeat(21_845));

        assertThat(connection.next()).isEqualTo(PONG);
    }

    @Test
    void clientThatDoesNotRead_isCutOff() throws InterruptedException {
        FakeConnection stuck = new FakeConnection(false);
        EchoSession session = new EchoSession(stuck, new Limits(2, 100, 100));

        session.tell(new Pong());
        session.tell(new Pong());
        session.tell(new Pong());
        session.tell(new Pong());

        assertThat(List.of(stuck.next(), stuck.next(), stuck.next()))
                .containsExactly(PONG, PONG, "4408 reading_too_slowly");
        assertThat(stuck.isSilent()).isTrue();
    }

    @Test
    void drain_isTheLastFrame() throws InterruptedException {
        EchoSession session = new EchoSession(connection, Limits.WIDE);

        session.drain();
        session.tell(new Pong());
        session.close(CloseCode.SLOW);

        assertThat(connection.next()).isEqualTo("{\"type\":\"drain\"}");
        assertThat(connection.next()).isEqualTo("1012 restarting");
        session.closed();
        session.left.join();
        assertThat(connection.isSilent()).isTrue();
    }

    @Test
    void silence_isDeathAfterAWhile() {
        EchoSession session = new EchoSession(connection, Limits.WIDE);
        long now = System.nanoTime();

        assertThat(session.isDeadAt(now + TimeUnit.SECONDS.toNanos(44))).isFalse();
        assertThat(session.isDeadAt(now + TimeUnit.SECONDS.toNanos(46))).isTrue();
    }

    @Test
    void whatWaits_isForgottenWithTheConnection() throws InterruptedException {
        EchoSession session = new EchoSession(connection, Limits.WIDE);
        CompletableFuture<Void> first = new CompletableFuture<>();
        session.under.add(first);
        session.received("a");
        session.received("b");
        session.carriedOut(1);

        session.closed();
        session.left.join();
        first.complete(null);

        assertThat(connection.next()).isEqualTo(PONG);
        assertThat(session.carriedOut(1)).containsExactly("a");
        assertThat(connection.isSilent()).isTrue();
    }

    @Test
    void missedHello_closes() throws InterruptedException {
        EchoSession session = new EchoSession(connection, Limits.WIDE);
        HelloDeadline hello = new HelloDeadline(VERTX, session.writer());

        session.onContext(() -> hello.begin(Duration.ofMillis(1)));

        assertThat(connection.next()).isEqualTo("1008 hello_timeout");
    }

    private static final class EchoSession extends SocketSession<String> {
        /** For each frame, the future that must complete before it is done. */
        final List<CompletableFuture<Void>> under = new ArrayList<>();
        final CompletableFuture<Void> left = new CompletableFuture<>();
        private final List<String> taken = new ArrayList<>();

        EchoSession(FakeConnection connection, SocketLimits limits) {
            super(connection.opened(), limits, VERTX);
        }

        /** Waits until at least this many frames have been started. */
        synchronized List<String> carriedOut(int min) throws InterruptedException {
            while (taken.size() < min) {
                wait(10_000);
            }
            return List.copyOf(taken);
        }

        @Override
        protected void opened() {}

        @Override
        protected String read(String frame) {
            if (frame.equals("unreadable")) {
                throw new RefusedFrameException("unread", "No.", null);
            }
            return frame;
        }

        @Override
        protected synchronized Uni<Void> carryOut(String frame) {
            if (frame.equals("fails")) {
                throw new IllegalStateException();
            }
            taken.add(frame);
            notifyAll();
            Uni<Void> end = under.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().completionStage(under.removeFirst());
            return end.invoke(() -> writer().send(new Pong()));
        }

        @Override
        protected void refuse(Throwable failure, @Nullable String frame) {
            writer().send(failure instanceof RefusedFrameException refused
                    ? Frames.error(refused.why(), refused.frameId())
                    : Frames.error("failed", "No.", false, frame));
        }

        @Override
        protected void left() {
            left.complete(null);
        }
    }
}
