package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;

/**
 * Bounds the memory that a flood of WebSocket frames takes. The framework queues a task per frame, and its event loop
 * reads on before they run: fifty sockets at full speed filled 256 MB with unread frames. So sockets read small pieces,
 * and the queue is emptied before more is read.
 */
@ApplicationScoped
public class SocketReadLimit implements HttpServerOptionsCustomizer {
    private static final int READ_AT_ONCE = 64 * 1024;
    /** A Vert.x setting; at 100, an event loop runs all its tasks before it reads again. */
    private static final String TASKS_FIRST = "vertx.nettyIORatio";

    /** Call before Vert.x is loaded. */
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
