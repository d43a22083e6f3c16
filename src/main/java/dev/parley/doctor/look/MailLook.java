package dev.parley.doctor.look;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import dev.parley.doctor.look.MailState.Accepted;
import dev.parley.doctor.look.MailState.Encryption;
import dev.parley.doctor.look.MailState.NotSet;
import dev.parley.doctor.look.MailState.Refused;
import dev.parley.doctor.look.MailState.Step;
import dev.parley.doctor.look.MailState.Unreachable;
import dev.parley.platform.database.JdbcUrl;

/** Connects to the mail server and signs in as the service would. Sends nothing. */
public final class MailLook {
    private static final int PLAIN_PORT = 25;
    private static final int TLS_PORT = 465;

    private final Settings settings;
    private final String host;
    private final boolean tls;
    private final int port;
    private final boolean trustAll;
    private final String server;

    public MailLook(Settings settings) {
        this.settings = settings;
        this.host = settings.get("quarkus.mailer.host").orElse("localhost");
        this.tls = settings.is("quarkus.mailer.tls") || settings.is("quarkus.mailer.ssl");
        this.port = settings.get("quarkus.mailer.port").map(Integer::valueOf).orElse(tls ? TLS_PORT : PLAIN_PORT);
        this.trustAll = settings.is("quarkus.mailer.trust-all");
        this.server = host + ":" + port;
    }

    public MailState look() {
        boolean from = settings.get("parley.mail.from").isPresent();
        if (!from || settings.site().isEmpty()) {
            return new NotSet(from, settings.site().isPresent());
        }
        try (SmtpDialog dialog = SmtpDialog.open(host, port)) {
            return talk(dialog);
        } catch (IOException e) {
            return new Unreachable(server, Troubles.words(e));
        }
    }

    private MailState talk(SmtpDialog dialog) throws IOException {
        Optional<MailState> refused = tls ? encrypt(dialog) : Optional.empty();
        if (refused.isPresent()) {
            return refused.get();
        }
        SmtpDialog.Reply greeting = dialog.greeting();
        SmtpDialog.Reply hello = greeting.good() ? dialog.hello() : greeting;
        if (!hello.good()) {
            return new Refused(server, Step.GREETING, hello.words());
        }
        boolean offered = hello.offers("STARTTLS") && !startTls().equals("DISABLED") && !tls;
        if (startTls().equals("REQUIRED") && !offered && !tls) {
            return new Refused(server, Step.ENCRYPTION, "it offers no STARTTLS");
        }
        if (offered) {
            SmtpDialog.Reply ready = dialog.say("STARTTLS");
            Optional<MailState> not = ready.good()
                    ? encrypt(dialog)
                    : Optional.of(new Refused(server, Step.ENCRYPTION, ready.words()));
            if (not.isPresent()) {
                return not.get();
            }
            hello = dialog.hello();
        }
        return signIn(dialog, hello, tls || offered);
    }

    private Encryption encryption(boolean encrypted) {
        return !encrypted ? Encryption.NONE : trustAll ? Encryption.UNCHECKED : Encryption.CHECKED;
    }

    private Optional<MailState> encrypt(SmtpDialog dialog) {
        try {
            dialog.encrypt(port, trustAll);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Refused(server, Step.ENCRYPTION, Troubles.words(e)));
        }
    }

    private String startTls() {
        return settings.get("quarkus.mailer.start-tls").orElse("OPTIONAL").toUpperCase(Locale.ROOT);
    }

    private MailState signIn(SmtpDialog dialog, SmtpDialog.Reply hello, boolean encrypted) throws IOException {
        Optional<String> user = settings.get("quarkus.mailer.username");
        boolean wanted = user.isPresent()
                && !settings.get("quarkus.mailer.login").orElse("").equalsIgnoreCase("DISABLED");
        if (wanted) {
            SmtpDialog.Reply reply = dialog.signIn(hello, user.get(),
                    settings.get("quarkus.mailer.password").orElse(""));
            if (!reply.good()) {
                // Not its words: a server may repeat what it got.
                return new Refused(server, Step.SIGN_IN, "code " + reply.code());
            }
        }
        dialog.say("QUIT");
        return new Accepted(server, encryption(encrypted), wanted, JdbcUrl.isLocalHost(host));
    }
}
