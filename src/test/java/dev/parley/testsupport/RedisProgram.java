package dev.parley.testsupport;

import java.io.IOException;

import redis.embedded.RedisServer;

/** A real Redis on a free port, without files. */
public final class RedisProgram implements AutoCloseable {
    private final RedisServer server;
    private final int port;

    private RedisProgram(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    public static RedisProgram start() throws IOException {
        int port = FreePort.choose();
        RedisServer server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"")
                .setting("appendonly no").build();
        server.start();
        return new RedisProgram(server, port);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
