package dev.parley.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.platform.OutgoingGuard;

/**
 * Addresses that lead into our own network by every known trick, and a listener on all local addresses that counts
 * connections. All its names resolve to loopback.
 */
public final class HostileAddresses implements AutoCloseable {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    private final ServerSocket canary;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger ours = new AtomicInteger();

    public HostileAddresses() {
        try {
            canary = new ServerSocket();
            canary.bind(new InetSocketAddress(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::count);
    }

    private void count() {
        while (!canary.isClosed()) {
            try {
                Socket caller = canary.accept();
                connections.incrementAndGet();
                caller.close();
            } catch (IOException closed) {
                return;
            }
        }
    }

    public int port() {
        return canary.getLocalPort();
    }

    /**
     * Number of connections to the canary. Our own call queues behind all others, so when it ends they have been
     * counted.
     */
    public int connections() {
        try (Socket last = new Socket(InetAddress.getLoopbackAddress(), port())) {
            ours.incrementAndGet();
            last.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return connections.get() - ours.get();
    }

    /** All with the canary's port. */
    public List<String> all() {
        try (InputStream file = HostileAddresses.class.getResourceAsStream("hostile-addresses.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .map(line -> ESCAPE.matcher(line)
                            .replaceAll(hit -> Matcher.quoteReplacement(
                                    String.valueOf((char) Integer.parseInt(hit.group(1), 16)))))
                    .map(line -> line.replace("{port}", String.valueOf(port())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Literal addresses are parsed; every name resolves to loopback. */
    public static final OutgoingGuard.Names NAMES = HostileAddresses::find;

    private static InetAddress[] find(String host) throws UnknownHostException {
        return host.contains(":") || host.matches("[0-9.]+")
                ? InetAddress.getAllByName(host)
                : new InetAddress[]{InetAddress.getLoopbackAddress()};
    }

    @Override
    public void close() {
        try {
            canary.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
