package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Keeps what a flood brings out of the heap. The framework makes a task of each frame as it is read, and its event loop reads on before
 * they are done: fifty sockets at full speed filled 256 MB with frames that nobody had looked at. So little is read from a socket at once,
 * and all that was read is looked at before more is.
 */
@ApplicationScoped
public class FloodGate implements HttpServerOptionsCustomizer {
    private static final int READ_AT_ONCE = 64 * 1024;
    /** Vert.x's own setting; 100 means that an event loop does all its tasks before it reads again. */
    private static final String TASKS_FIRST = "vertx.nettyIORatio";

    /** Before Vert.x is loaded. */
    public static void prepare() {
        if (System.getProperty(TASKS_FIRST) == null) {
            System.setProperty(TASKS_FIRST, "100");
        }
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setReceiveBufferSize(READ_AT_ONCE);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setReceiveBufferSize(READ_AT_ONCE);
    }
}
