package dev.parley.widget;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import dev.parley.testsupport.PostgresResource;
import dev.parley.testsupport.Shops;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A client that sends endlessly and ignores the close frame. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FloodTest {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI site;

    @Test
    void whoSendsOn_isCutOffSoon() throws IOException {
        byte[] frames = frames(1_000);
        try (Socket socket = new Socket(site.getHost(), site.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("GET /ws/v1/visitor HTTP/1.1\r\nHost: " + site.getAuthority() + "\r\nOrigin: " + Shops.ORIGIN
                    + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: parley.v1\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);

            assertThatThrownBy(() -> {
                while (System.nanoTime() < until) {
                    out.write(frames);
                }
            }).isInstanceOf(IOException.class);
        }
    }

    /** Masked with zeros (RFC 6455, section 5.2). */
    private static byte[] frames(int count) {
        byte[] text = "{\"type\":\"ping\"}".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            frames.write(0x81);
            frames.write(0x80 | text.length);
            frames.writeBytes(new byte[4]);
            frames.writeBytes(text);
        }
        return frames.toByteArray();
    }
}
