package dev.parley.doctor.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import dev.parley.doctor.look.MailState.Accepted;
import dev.parley.doctor.look.MailState.Encryption;
import dev.parley.doctor.look.MailState.NotSet;
import dev.parley.doctor.look.MailState.Refused;
import dev.parley.doctor.look.MailState.Step;
import dev.parley.doctor.look.MailState.Unreachable;
import dev.parley.testsupport.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailLookTest {
    private static final String HELLO = "250-mail.example\r\n250-AUTH LOGIN PLAIN\r\n250 STARTTLS";

    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** Replies by the first word of a command; the greeting is that of "". */
    private MailState ask(Map<String, String> replies, Map<String, String> settings) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, replies));
            return look(server.getLocalPort(), settings);
        }
    }

    private static MailState look(int port, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("parley.mail.from", "a@shop.example", "parley.public-url",
                "https://chat.shop.example", "quarkus.mailer.host", "127.0.0.1", "quarkus.mailer.port", "" + port));
        all.putAll(settings);
        return new MailLook(SettingsOf.the(all)).look();
    }

    private void serve(ServerSocket server, Map<String, String> replies) {
        try (Socket client = server.accept();
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = ""; line != null; line = in.readLine()) {
                heard.add(line);
                String reply = replies.getOrDefault(line.split(" ", 2)[0], "250 fine") + "\r\n";
                client.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // The client has disconnected, which is allowed.
        }
    }

    @Test
    void withoutASender_nothingIsAsked() {
        assertThat(new MailLook(SettingsOf.the(Map.of("parley.public-url", "https://chat.shop.example"))).look())
                .isEqualTo(new NotSet(false, true));
    }

    @Test
    void serverThatAcceptsTheUser_isAccepted_andGetsNoMail() throws IOException {
        MailState state = ask(Map.of("", "220 hello", "EHLO", HELLO, "AUTH", "235 welcome"),
                Map.of("quarkus.mailer.username", "ada", "quarkus.mailer.password", "secret",
                        "quarkus.mailer.start-tls", "DISABLED"));

        assertThat(state).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.signedIn()).isTrue();
            assertThat(accepted.encryption()).isEqualTo(Encryption.NONE);
            assertThat(accepted.local()).isTrue();
        });
        assertThat(heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("DATA"));
    }

    @Test
    void serverWithoutPlain_isAskedByLogin() throws IOException {
        MailState state = ask(Map.of("", "220 hello", "EHLO", "250-mail\r\n250 AUTH LOGIN", "AUTH", "334 VXNlcg==",
                "YWRh", "334 UGFzcw==", "c2VjcmV0", "235 welcome"),
                Map.of("quarkus.mailer.username", "ada", "quarkus.mailer.password", "secret"));

        assertThat(state).isInstanceOf(Accepted.class);
    }

    @Test
    void serverThatRefusesThePassword_isQuotedByItsCodeOnly() throws IOException {
        MailState state = ask(Map.of("", "220 hello", "EHLO", "250 AUTH PLAIN", "AUTH", "535 not secret"),
                Map.of("quarkus.mailer.username", "ada", "quarkus.mailer.password", "secret"));

        assertThat(state).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.step()).isEqualTo(Step.SIGN_IN);
            assertThat(refused.reply()).isEqualTo("code 535");
        });
    }

    @Test
    void serverThatIsOutOfOrder_isRefusedAtTheGreeting() throws IOException {
        assertThat(ask(Map.of("", "421 out of order"), Map.of())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.step()).isEqualTo(Step.GREETING);
            assertThat(refused.reply()).isEqualTo("421 out of order");
        });
    }

    @Test
    void serverThatDoesNotEncrypt_isRefused_ifThatIsRequired() throws IOException {
        assertThat(ask(Map.of("", "220 hello", "EHLO", "250 mail"), Map.of("quarkus.mailer.start-tls", "REQUIRED")))
                .isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.step()).isEqualTo(Step.ENCRYPTION));
        assertThat(ask(Map.of("", "220 hello", "EHLO", HELLO, "STARTTLS", "220 go"), Map.of()))
                .as("it promises encryption and does not begin it").isInstanceOfSatisfying(Refused.class,
                        refused -> assertThat(refused.step()).isEqualTo(Step.ENCRYPTION));
    }

    @Test
    void certificateOfItsOwn_isRefused_unlessTheServiceTrustsAll(@TempDir Path folder) throws Exception {
        SSLContext own = certificate(folder);

        assertThat(askEncrypted(own, Map.of())).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.step()).isEqualTo(Step.ENCRYPTION));
        assertThat(askEncrypted(own, Map.of("quarkus.mailer.trust-all", "true")))
                .isInstanceOfSatisfying(Accepted.class,
                        accepted -> assertThat(accepted.encryption()).isEqualTo(Encryption.UNCHECKED));
    }

    private MailState askEncrypted(SSLContext own, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("quarkus.mailer.tls", "true");
        try (ServerSocket server = own.getServerSocketFactory().createServerSocket(0, 5,
                InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(server, Map.of("", "220 hello", "EHLO", "250 mail")));
            return look(server.getLocalPort(), all);
        }
    }

    private static SSLContext certificate(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "a", "-keyalg", "EC", "-dname", "CN=mail.example", "-storetype", "PKCS12",
                "-keystore", store.toString(), "-storepass", "changeit").inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(store.toFile(), "changeit".toCharArray()), "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void serverThatDoesNotListen_isUnreachable() {
        assertThat(look(FreePort.choose(), Map.of())).isInstanceOfSatisfying(Unreachable.class,
                state -> assertThat(state.why()).isEqualTo("the connection is refused"));
    }

    @Test
    void serverOfAnotherProtocol_isUnreachable() throws IOException {
        assertThat(ask(Map.of("", "SSH-2.0-OpenSSH"), Map.of())).isInstanceOfSatisfying(Unreachable.class,
                state -> assertThat(state.why()).isEqualTo("it does not speak SMTP"));
    }
}
