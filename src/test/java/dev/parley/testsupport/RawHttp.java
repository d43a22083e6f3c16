package dev.parley.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends raw bytes: regular clients would correct or refuse malformed requests. */
public final class RawHttp {
    private static final int PATIENCE_MS = 60_000;

    private RawHttp() {}

    /** A response; status 0 if it is not HTTP. */
    public record Answer(int status, String head, String body) {
        public boolean is(String mediaType) {
            return head.toLowerCase(Locale.ROOT).contains("\r\ncontent-type: " + mediaType);
        }
    }

    /** Sends one request on a new connection; each header ends with a line break. */
    public static Answer send(int port, String method, String target, String headers, byte[] body) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            OutputStream out = socket.getOutputStream();
            out.write((method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                    + (body.length > 0 ? "Content-Length: " + body.length + "\r\n" : "") + "\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return read(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(part); n >= 0; n = socket.getInputStream().read(part)) {
                all.write(part, 0, n);
            }
        } catch (SocketException cutOff) {
            // Use what arrived before.
        }
        String text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        return end < 0 || !text.startsWith("HTTP/1.1 ")
                ? new Answer(0, text, "")
                : new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end + 2),
                        text.substring(end + 4));
    }
}
