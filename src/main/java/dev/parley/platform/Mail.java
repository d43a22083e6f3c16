package dev.parley.platform;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends plain-text mail. Needs `parley.mail.from` and `parley.public-url`: a Host header can be forged. */
@ApplicationScoped
public class Mail {
    private static final Logger LOG = Logger.getLogger(Mail.class);

    /** With back-off up to this pause, a mail server may be down for about two hours. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);
    private static final int TRIES = 13;

    private final ReactiveMailer mailer;
    private final String from;
    private final String site;
    private final Duration againAfter;
    private final Duration patience;

    /**
     * @param from Sender of all mail: the address, or `Name <address>`. Mail is sent only if this and the public address
     *            are set.
     * @param againAfter Pause before a mail that could not be sent is tried again; it grows to 20 minutes.
     * @param patience Longest time that the mail server may take for one mail.
     */
    Mail(ReactiveMailer mailer, @ConfigProperty(name = "parley.mail.from") Optional<String> from,
            @ConfigProperty(name = "parley.public-url") Optional<String> site,
            @ConfigProperty(name = "parley.mail.again-after", defaultValue = "5s") Duration againAfter,
            @ConfigProperty(name = "parley.mail.patience", defaultValue = "60s") Duration patience) {
        this.mailer = mailer;
        this.againAfter = againAfter;
        this.patience = patience;
        this.from = from.map(String::strip).orElse("");
        this.site = site.map(text -> text.strip().replaceFirst("/+$", "")).orElse("");
    }

    public boolean configured() {
        return !from.isEmpty() && !site.isEmpty();
    }

    /** Only the path if `parley.public-url` is not set. */
    public String link(String path) {
        return site + path;
    }

    /**
     * Sends in the background with retries, so that the caller learns neither how long it takes nor if it arrives.
     * Unsent mail is lost when the process ends: never make mail the only copy.
     */
    public void send(String to, String subject, String text) {
        if (configured()) {
            deliver(to, subject, text).subscribe().with(sent -> {},
                    failure -> LOG.errorf("A mail could not be sent: %s", failure.getClass().getName()));
        }
    }

    private void complain(Throwable failure) {
        LOG.warnf("A mail is not sent yet: %s", failure.getClass().getName());
    }

    private Uni<Void> deliver(String to, String subject, String text) {
        return mailer.send(io.quarkus.mailer.Mail.withText(to, subject.replaceAll("\\p{Cntrl}+", " "), text)
                .setFrom(from))
                // A server that accepts the connection and stays silent would block forever.
                .ifNoItem().after(patience).fail()
                .onFailure().invoke(this::complain)
                .onFailure().retry().withBackOff(againAfter, LONGEST_PAUSE).atMost(TRIES);
    }
}
