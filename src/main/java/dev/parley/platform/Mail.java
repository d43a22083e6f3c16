package dev.parley.platform;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends plain mails, once an operator has said from whom (`parley.mail.from`) and under which address people reach this Parley
 * (`parley.public-url`): a link must not be made of what a request claims to be its host.
 */
@ApplicationScoped
public class Mail {
    private static final Logger LOG = Logger.getLogger(Mail.class);

    private final ReactiveMailer mailer;
    private final String from;
    private final String site;

    Mail(ReactiveMailer mailer, @ConfigProperty(name = "parley.mail.from") Optional<String> from,
            @ConfigProperty(name = "parley.public-url") Optional<String> site) {
        this.mailer = mailer;
        this.from = from.map(String::strip).orElse("");
        this.site = site.map(text -> text.strip().replaceFirst("/+$", "")).orElse("");
    }

    public boolean configured() {
        return !from.isEmpty() && !site.isEmpty();
    }

    /** An address of ours as people type it; only the path when nobody has said how we are reached. */
    public String link(String path) {
        return site + path;
    }

    /** Sends in the background: how long a mail takes, and whether it arrives, is not for the one who caused it to know. */
    public void send(String to, String subject, String text) {
        if (configured()) {
            deliver(to, subject, text).subscribe().with(sent -> {},
                    failure -> LOG.errorf("A mail could not be sent: %s", failure.getClass().getName()));
        }
    }

    private Uni<Void> deliver(String to, String subject, String text) {
        return mailer.send(io.quarkus.mailer.Mail.withText(to, subject.replaceAll("\\p{Cntrl}+", " "), text)
                .setFrom(from));
    }
}
