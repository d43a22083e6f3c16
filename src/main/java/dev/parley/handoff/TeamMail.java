package dev.parley.handoff;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Mail;
import org.jspecify.annotations.Nullable;

/** Tells a shop's team by mail that a visitor wanted a person while nobody was there. */
@ApplicationScoped
class TeamMail {
    private final Mail mail;

    TeamMail(Mail mail) {
        this.mail = mail;
    }

    void send(@Nullable HandoffPlan plan, UUID conversation) {
        send(plan == null ? null : plan.mailTo(), conversation);
    }

    /** What was said stays where its retention is kept: the mail has only the way there. */
    void send(@Nullable String to, UUID conversation) {
        if (to != null) {
            mail.send(to, "A visitor asked for a person while nobody was there", """
                    A visitor asked for a person, and nobody was there. The conversation:

                    %s
                    """.formatted(mail.link("/console#/conversations/" + conversation)));
        }
    }
}
