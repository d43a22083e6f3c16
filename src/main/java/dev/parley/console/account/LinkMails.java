package dev.parley.console.account;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Mail;
import dev.parley.signin.AgentLinks.Link;

@ApplicationScoped
public class LinkMails {
    private final Mail mail;

    LinkMails(Mail mail) {
        this.mail = mail;
    }

    public boolean configured() {
        return mail.configured();
    }

    /** In the fragment, which browsers never send. */
    public String address(Link link) {
        return mail.link("/console#password=" + link.token());
    }

    public void send(Link link) {
        boolean invited = link.agent().invited();
        mail.send(link.agent().email(),
                invited ? "Your place in the support console" : "A new password for the support console", """
                Hello %s,

                %s

                %s

                The link works once, until %s (UTC).
                """.formatted(link.agent().name(),
                        invited
                                ? "you have been invited to answer visitors. Choose a password here:"
                                : "somebody asked for a new password for you. Choose one here, or leave things as they are:",
                        address(link), link.expiresAt().truncatedTo(java.time.temporal.ChronoUnit.MINUTES)));
    }
}
