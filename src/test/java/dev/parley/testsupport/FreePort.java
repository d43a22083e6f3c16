package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a program that needs it before it starts. It is below the ephemeral range (32768 on Linux, 49152
 * elsewhere), so that no other connection takes it before the program starts.
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
                // Try another one.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
