package dev.parley.testsupport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the scripted model: plain HTTP/1.1 over a socket, so that each byte can be delayed, split or cut.
 */
final class ScriptedConnection implements Runnable {
    /** The client disconnected, so the reply cannot be finished. */
    static final class GoneException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class CutException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** @param content one character per byte */
    record Call(String method, String path, Map<String, String> headers, String content) {
        String body() {
            return new String(content.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }
    }

    private final Socket socket;
    private final ScriptedModel model;
    private final BufferedInputStream in;
    private final OutputStream out;
    /** 0 until it carries a call; the tests' control requests do not count. */
    private int number;
    private boolean carried;

    ScriptedConnection(Socket socket, ScriptedModel model) throws IOException {
        this.socket = socket;
        this.model = model;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
    }

    @Override
    public void run() {
        try (socket) {
            for (Call call = read(); call != null; call = read()) {
                if (!model.handle(call, this)) {
                    return;
                }
            }
        } catch (IOException gone) {
            // Either side may close the connection; the model has recorded it.
        } finally {
            model.closed(this);
        }
    }

    int number() {
        return number;
    }

    void number(int assigned) {
        number = assigned;
    }

    /** Whether it has carried a call before. */
    boolean carried() {
        return carried;
    }

    void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Intended.
        }
    }

    void sendJson(int status, byte[] json) throws IOException {
        head(status, Map.of("Content-Type", "application/json", "Content-Length", Integer.toString(json.length)));
        out.write(json);
        out.flush();
    }

    /** Returns whether the connection can carry another call. */
    boolean send(Reply reply, JsonNode request) throws IOException {
        carried = true;
        try {
            pause(reply.headersDelayMs);
            if (reply.stallBeforeHeaders) {
                stall();
            }
            if (reply.cutBeforeHeaders) {
                throw new CutException();
            }
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Content-Type", ReplyBody.contentType(reply, request));
            headers.put("x-request-id", "req_scripted");
            headers.putAll(reply.headers);
            headers.put(reply.closeDelimited ? "Connection" : "Transfer-Encoding",
                    reply.closeDelimited ? "close" : "chunked");
            if (reply.gzip) {
                headers.put("Content-Encoding", "gzip");
            }
            head(reply.status, headers);
            try (Body body = new Body(reply)) {
                body.send(ReplyBody.of(reply, request));
            }
            return !reply.closeDelimited;
        } catch (CutException cut) {
            if (reply.reset) {
                socket.setSoLinger(true, 0);
            }
            return false;
        }
    }

    /** Writes a body with the configured framing, write sizes and cut. */
    private final class Body extends OutputStream {
        private final Reply reply;
        private final OutputStream packed;
        private int written;

        Body(Reply reply) throws IOException {
            this.reply = reply;
            this.packed = reply.gzip ? new GZIPOutputStream(this, 512, true) : this;
        }

        void send(List<Part> parts) throws IOException {
            out.flush();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (Part part : parts) {
                switch (part) {
                    case Part.Text(String text) when reply.together ->
                        all.writeBytes(text.getBytes(StandardCharsets.UTF_8));
                    case Part.Text(String text) -> {
                        packed.write(now(text).getBytes(StandardCharsets.UTF_8));
                        packed.flush();
                    }
                    case Part.Delay(long millis) -> pause(millis);
                    case Part.Stall() -> stall();
                }
            }
            packed.write(all.toByteArray());
            if (packed instanceof GZIPOutputStream zip) {
                zip.finish();
            }
            if (reply.cutAfter >= 0) {
                throw new CutException();
            }
            if (!reply.closeDelimited) {
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
        }

        private String now(String text) {
            return reply.stamped ? SendTime.fill(text) : text;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[]{(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int step = reply.split > 0 ? reply.split : Math.max(1, length);
            for (int at = 0; at < length; at += step) {
                piece(bytes, from + at, Math.min(step, length - at));
            }
        }

        private void piece(byte[] bytes, int from, int length) throws IOException {
            int left = reply.cutAfter < 0 ? length : Math.min(length, reply.cutAfter - written);
            if (left > 0) {
                if (!reply.closeDelimited) {
                    out.write((Integer.toHexString(left) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
                out.write(bytes, from, left);
                if (!reply.closeDelimited) {
                    out.write('\r');
                    out.write('\n');
                }
                written += left;
                if (reply.split > 0) {
                    out.flush();
                }
            }
            if (left < length) {
                out.flush();
                throw new CutException();
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() {
            // The connection stays open after the body.
        }
    }

    private void head(int status, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" Scripted\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Waits while reading, so that a disconnect of the client is noticed. */
    private void pause(long millis) throws IOException {
        if (millis > 0) {
            out.flush();
            watch(Math.toIntExact(millis));
        }
    }

    private void stall() throws IOException {
        out.flush();
        model.stalled(1);
        try {
            watch(0);
        } finally {
            model.stalled(-1);
        }
    }

    private void watch(int millis) throws IOException {
        socket.setSoTimeout(millis);
        in.mark(1);
        try {
            if (in.read() < 0) {
                throw new GoneException();
            }
            in.reset();
        } catch (SocketTimeoutException stillThere) {
            // Expected: the client sends nothing while it reads.
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(0);
            }
        }
    }

    private @Nullable Call read() throws IOException {
        String first = line();
        if (first == null || first.isEmpty()) {
            return null;
        }
        String[] request = first.split(" ", 3);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
        }
        return new Call(request[0], request[1], headers,
                new String(body(headers), StandardCharsets.ISO_8859_1));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (!"chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = line();
        return size == null ? 0 : Integer.parseInt(size, 16);
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        InputStream from = in;
        for (int b = from.read(); b != '\n'; b = from.read()) {
            if (b < 0) {
                return null;
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
