package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a program that has to be told its port before it starts. It lies below those that systems give away by themselves
 * (Linux 32768, others 49152): between the choice and the program's start, seconds later, no connection and no "any port" takes it.
 */
public final class FreePort {
    private static final int LOWEST = 15_000;
    private static final int ABOVE = 32_768;

    private FreePort() {}

    public static int choose() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, ABOVE);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
