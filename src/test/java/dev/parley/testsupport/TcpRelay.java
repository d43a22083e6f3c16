package dev.parley.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A local port in front of another one, whose links can be cut, held up and refused. */
public final class TcpRelay implements AutoCloseable {
    private final int target;
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition resumed = lock.newCondition();
    private boolean paused;
    private volatile boolean refusing;

    public TcpRelay(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Ends every link. */
    public void cut() {
        sockets.forEach(TcpRelay::close);
        sockets.clear();
    }

    /** Links stay open, but nothing passes. */
    public void pause() {
        setPaused(true);
    }

    public void resume() {
        setPaused(false);
    }

    private void setPaused(boolean now) {
        lock.lock();
        try {
            paused = now;
            resumed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** As if the server had stopped. */
    public void refuse(boolean now) {
        refusing = now;
        if (now) {
            cut();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (refusing) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException ended) {
                // The test closes the relay, or the server is away.
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket upstream = new Socket();
        upstream.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        sockets.add(client);
        sockets.add(upstream);
        Thread.ofVirtual().start(() -> copy(client, upstream));
        Thread.ofVirtual().start(() -> copy(upstream, client));
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try {
            for (int read; (read = from.getInputStream().read(buffer)) >= 0;) {
                awaitResumed();
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException cut) {
            // Both ends are closed below.
        }
        close(from);
        close(to);
    }

    private void awaitResumed() {
        lock.lock();
        try {
            while (paused) {
                resumed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        resume();
        cut();
    }
}
