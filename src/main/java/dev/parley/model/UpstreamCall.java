package dev.parley.model;

import java.time.Duration;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** The HTTP exchange of an {@link Attempt}: connect, send, read with back pressure, close. */
final class UpstreamCall {
    interface Owner {
        boolean isWanted();

        /** Returns true if the body must be read here; otherwise the owner reads it. */
        boolean answered(HttpClientResponse response);

        void read(byte[] bytes);

        void ended();

        void broke();

        void fail(ModelErrorKind kind);
    }

    private static final int TAIL_LIMIT = 64 * 1024;
    /** A server closes an idle connection within a round trip of our request; later it has another reason. */
    private static final Duration STALE_WITHIN = Duration.ofSeconds(1);

    private final ModelHttp http;
    private final Lane lane;
    private final ChatRequest chat;
    private final byte[] body;
    private final Timers timers;
    private final Owner owner;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private boolean stale;
    private boolean bodyEnded;
    private boolean paused;
    private int tailBytes;

    UpstreamCall(ModelHttp http, Lane lane, ChatRequest chat, Timers timers, Owner owner) {
        this.http = http;
        this.lane = lane;
        this.chat = chat;
        this.body = ChatBody.write(chat, lane);
        this.timers = timers;
        this.owner = owner;
    }

    void connect() {
        http.connect(lane, chat).onComplete(connected -> {
            if (connected.failed()) {
                owner.fail(ModelHttp.kindOf(connected.cause()));
            } else if (owner.isWanted()) {
                send(connected.result());
            } else {
                connected.result().reset();
            }
        });
    }

    boolean isPaused() {
        return paused;
    }

    /** Pauses or resumes; returns true if that changed. */
    boolean flow(boolean full) {
        if (response == null || full == paused) {
            return false;
        }
        paused = full;
        if (full) {
            response.pause();
        } else {
            response.resume();
        }
        return true;
    }

    void isRead() {
        bodyEnded = true;
    }

    /** Closes the connection unless the body was read to its end; that is how HTTP/1.1 cancels. */
    void hangUp() {
        if (request != null && !bodyEnded) {
            bodyEnded = true;
            request.reset();
        }
    }

    private void send(HttpClientRequest connected) {
        request = connected;
        boolean reused = http.reused(connected);
        long sentAt = timers.nanos();
        http.send(connected, body).onComplete(answered -> {
            if (!owner.isWanted()) {
                return;
            }
            if (answered.succeeded()) {
                receive(answered.result());
            } else if (reused && !stale && timers.nanos() - sentAt < STALE_WITHIN.toNanos()) {
                // The server closed an idle connection while our request was on its way: it has not seen it.
                stale = true;
                connect();
            } else {
                owner.fail(ModelErrorKind.CONNECTION);
            }
        });
    }

    private void receive(HttpClientResponse answered) {
        response = answered;
        answered.endHandler(ignored -> {
            bodyEnded = true;
            owner.ended();
        });
        answered.exceptionHandler(broken -> {
            bodyEnded = true;
            owner.broke();
        });
        if (owner.answered(answered)) {
            answered.handler(this::read);
        }
    }

    private void read(Buffer bytes) {
        if (owner.isWanted()) {
            owner.read(bytes.getBytes());
        } else {
            tail(bytes.length());
        }
    }

    /** Reads a limited rest of the body, so that the connection can be reused. */
    private void tail(int length) {
        tailBytes += length;
        if (tailBytes > TAIL_LIMIT) {
            hangUp();
        }
    }
}
