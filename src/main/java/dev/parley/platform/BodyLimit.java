package dev.parley.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import dev.parley.platform.ParleyException.Kind;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body over the limit with a problem document: by Content-Length before reading, else by counting. */
@Provider
@ApplicationScoped
class BodyLimit implements ReaderInterceptor {
    private static final int AFTER_THE_REQUEST_ID = 990;
    private static final int AFTER_THE_SERVERS_OWN_LIMIT = 1;
    /** Bytes read after a refusal, so that the sender reads the answer. */
    private static final int READ_ON = 8;

    private static final int CLOSED_AFTER_MS = 1_000;

    /** Recordings are streamed to disk and limited there. */
    private static final Pattern UPLOADS = Pattern
            .compile("(?:/openai)?/v1/audio/[a-z]+|/v1/visitor/voice|/v1/conversations/[^/]+/voice");

    private final long max;
    private final long maxAnnounced;
    private final EarlyProblem problems;

    /** @param most Largest body of a request, except for recordings, which may have 25 MiB. */
    BodyLimit(EarlyProblem problems, @ConfigProperty(name = "parley.body.most") MemorySize most,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostAnnounced) {
        this.problems = problems;
        this.max = most.asLongValue();
        this.maxAnnounced = mostAnnounced.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_REQUEST_ID);
        filters.register(BodyLimit::liftTheServersOwn, AFTER_THE_SERVERS_OWN_LIMIT);
    }

    private static void liftTheServersOwn(RoutingContext request) {
        request.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        request.next();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new Counted(body.getInputStream()));
        return body.proceed();
    }

    private final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            counted(Math.max(read, 0));
            return read;
        }

        private void counted(int more) throws IOException {
            count += more;
            if (count > max) {
                readOn();
                throw new ParleyException(Kind.TOO_LARGE, "too_large", ProblemMappers.detail(413));
            }
        }

        private void readOn() throws IOException {
            byte[] rest = new byte[65_536];
            long read = 0;
            for (int n = 0; n >= 0 && read < READ_ON * max; n = super.in.read(rest)) {
                read += n;
            }
        }
    }

    private void check(RoutingContext request) {
        boolean upload = UPLOADS.matcher(request.request().path()).matches();
        if (announced(request) <= (upload ? maxAnnounced : max)) {
            if (upload) {
                closeIfRefusedUnread(request);
            }
            request.next();
            return;
        }
        // The body is not read, so the connection cannot be reused.
        request.response().putHeader("Connection", "close");
        closeSoon(request);
        if (upload) {
            problems.send(request, 413, "audio_too_large", "A recording has at most 25 MiB. Send it in parts.",
                    RequestId.of(request));
        } else {
            problems.send(request, 413, "too_large", ProblemMappers.detail(413), RequestId.of(request));
        }
    }

    /** If the sender may not upload at all, the body is not read, whatever its size. */
    private static void closeIfRefusedUnread(RoutingContext request) {
        AtomicBoolean unread = new AtomicBoolean();
        request.addHeadersEndHandler(answering -> {
            if (!request.request().isEnded()) {
                unread.set(true);
                request.response().putHeader("Connection", "close");
            }
        });
        // Now: once the head is written, no handler can be added.
        request.addEndHandler(sent -> {
            if (unread.get()) {
                closeAfterReading(request);
            }
        });
    }

    private static void closeSoon(RoutingContext request) {
        request.addEndHandler(sent -> closeAfterReading(request));
    }

    /** How long the sender may read the answer; the server would wait for the rest of the body before closing. */
    private static void closeAfterReading(RoutingContext request) {
        request.vertx().setTimer(CLOSED_AFTER_MS, ignored -> request.request().connection().close());
    }

    private static long announced(RoutingContext request) {
        try {
            String length = request.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
