package dev.parley.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** One kept connection on loopback. It costs far less CPU than the services, with which it shares the machine. */
final class HttpConnection implements AutoCloseable {
    private static final int CONNECT_MS = 2_000;
    private static final int READ_MS = 30_000;
    private static final String[] NO_HEADERS = {};

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();
    private boolean chunked;
    /** Of the current chunk, or of the body. */
    private long left;
    private boolean ended = true;

    HttpConnection(int port) {
        this.port = port;
    }

    int get(String path) throws IOException {
        return send("GET", path, "", NO_HEADERS);
    }

    /** Returns the status; the body is read by {@link #line}. */
    int post(String path, String body, String... headers) throws IOException {
        return send("POST", path, body, headers);
    }

    private int send(String method, String path, String body, String... headers) throws IOException {
        if (socket == null || !ended) {
            connect();
        }
        try {
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder(method).append(' ').append(path)
                    .append(" HTTP/1.1\r\nHost: 127.0.0.1:").append(port).append("\r\nContent-Length: ")
                    .append(content.length).append("\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            request.writeBytes(content);
            socket.getOutputStream().write(request.toByteArray());
            return head();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void connect() throws IOException {
        close();
        Socket fresh = new Socket();
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(READ_MS);
        fresh.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
        socket = fresh;
        in = new BufferedInputStream(fresh.getInputStream());
    }

    private int head() throws IOException {
        int status = Integer.parseInt(rawLine().split(" ", -1)[1]);
        chunked = false;
        left = 0;
        for (String line = rawLine(); !line.isEmpty(); line = rawLine()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                left = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = true;
            }
        }
        ended = !chunked && left == 0;
        return status;
    }

    /** The body's next line, or null at its end. */
    @Nullable
    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = next(); b != '\n'; b = next()) {
            if (b < 0) {
                return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** The rest of the body. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = line(); line != null; line = line()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private int next() throws IOException {
        if (ended) {
            return -1;
        }
        if (chunked && left == 0) {
            left = Long.parseLong(rawLine(), 16);
            if (left == 0) {
                rawLine();
                ended = true;
                return -1;
            }
        }
        int b = read();
        left--;
        if (left == 0) {
            if (chunked) {
                rawLine();
            } else {
                ended = true;
            }
        }
        return b;
    }

    private String rawLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = read(); b != '\n'; b = read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private int read() throws IOException {
        int b = in.read();
        if (b < 0) {
            close();
            throw new EOFException("The server on port " + port + " closed the connection");
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        Socket old = socket;
        socket = null;
        ended = true;
        if (old != null) {
            old.close();
        }
    }
}
