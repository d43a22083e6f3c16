package dev.parley.model;

import java.time.Duration;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import org.jspecify.annotations.Nullable;

/** The request of one {@link Attempt} and the body that answers it: connected, sent, read as fast as it is wanted, hung up. */
final class UpstreamCall {
    interface Owner {
        boolean isWanted();

        /** Returns whether its body is to be read; otherwise the owner does so. */
        boolean answered(HttpClientResponse response);

        void read(byte[] bytes);

        /** The body ended as HTTP says it should. */
        void ended();

        void broke();

        void fail(ModelErrorKind kind);
    }

    private static final int TAIL_LIMIT = 64 * 1024;
    /** A server closes an idle connection within a round trip of our request, or it has closed it for another reason. */
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

    /** Reads on, or lets the upstream wait; returns whether that is new. */
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

    /** The body has been read to its end, by whomever. */
    void isRead() {
        bodyEnded = true;
    }

    /** Closes the connection unless the body has been read to its end; closing is how HTTP/1.1 tells a server to stop. */
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
                // The server hung up on an idle connection while our request was under way: it has not seen it.
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

    /** Lets the rest of a body pass by, within reason, so that the connection can be used again. */
    private void tail(int length) {
        tailBytes += length;
        if (tailBytes > TAIL_LIMIT) {
            hangUp();
        }
    }
}
