package dev.parley.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jspecify.annotations.Nullable;

/**
 * A local mail server (RFC 5321) that can be out of order: it then greets with 421. A test declares a field of this
 * type.
 */
public final class MailServer implements QuarkusTestResourceLifecycleManager {
    static final String SITE = "chat.shop.example";

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean broken;
    private volatile boolean silent;
    private @Nullable ServerSocket server;

    @Override
    public Map<String, String> start() {
        try {
            ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            server = listening;
            Thread.ofVirtual().name("mail-server").start(() -> accept(listening));
            return Map.of("quarkus.mailer.mock", "false", "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.port", Integer.toString(listening.getLocalPort()),
                    "quarkus.mailer.start-tls", "DISABLED", "quarkus.mailer.login", "DISABLED",
                    // A kept-alive connection would not notice that the server is out of order.
                    "quarkus.mailer.keep-alive", "false", "parley.mail.from", "parley@shop.example",
                    "parley.public-url", "https://" + SITE + "/",
                    "parley.mail.again-after", "50ms", "parley.mail.patience", "3s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(MailServer.class));
    }

    public void breakDown() {
        broken = true;
    }

    /** From now on it accepts connections and sends nothing. */
    public void fallSilent() {
        silent = true;
    }

    public void mend() {
        broken = false;
        silent = false;
    }

    /** Number of connections while it was out of order or silent. */
    public int refused() {
        return refused.get();
    }

    /** The mails to this address with headers, unparsed. */
    public List<String> to(String address) {
        return mails.stream().filter(mail -> mail.contains("\nTo: " + address)).toList();
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                Writer out = new java.io.OutputStreamWriter(client.getOutputStream(), StandardCharsets.UTF_8)) {
            if (broken) {
                refused.incrementAndGet();
                say(out, "421 out of order");
                return;
            }
            if (silent) {
                refused.incrementAndGet();
                in.readLine();
                return;
            }
            say(out, "220 mail.shop.example");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split(" ", 2)[0]) {
                    case "DATA" -> {
                        say(out, "354 go on");
                        mails.add(read(in));
                        say(out, "250 kept");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 mail.shop.example");
                }
            }
        } catch (IOException gone) {
            // The client has disconnected, which is allowed.
        }
    }

    private static String read(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder("\n");
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        return mail.toString();
    }

    private static void say(Writer out, String line) throws IOException {
        out.write(line + "\r\n");
        out.flush();
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
