package dev.parley.platform;

import java.time.Duration;
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

    /** With the pauses growing to this, a server may be away for some two hours. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(20);
    private static final int TRIES = 13;

    private final ReactiveMailer mailer;
    private final String from;
    private final String site;
    private final Duration againAfter;
    private final Duration patience;

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

    /** An address of ours as people type it; only the path when nobody has said how we are reached. */
    public String link(String path) {
        return site + path;
    }

    /**
     * Sends in the background, again and again for a while: how long a mail takes, and whether it arrives, is not for the one who caused it
     * to know. What is not sent when this process ends is lost, so that no mail may be the only place where something stands.
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
                // A server that takes the connection and says nothing would be waited for without end.
                .ifNoItem().after(patience).fail()
                .onFailure().invoke(this::complain)
                .onFailure().retry().withBackOff(againAfter, LONGEST_PAUSE).atMost(TRIES);
    }
}
