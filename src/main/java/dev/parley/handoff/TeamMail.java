package dev.parley.handoff;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Mail;
import org.jspecify.annotations.Nullable;

/** Mails a shop's team about visitors who wanted a person while nobody was there. */
@ApplicationScoped
class TeamMail {
    private final Mail mail;

    TeamMail(Mail mail) {
        this.mail = mail;
    }

    /** Sent later if the visitor is asked to leave a message. */
    void told(@Nullable HandoffPlan plan, UUID conversation) {
        if (plan != null && plan.keepsMessage()) {
            send(plan.mailTo(), conversation, "A visitor left a message while nobody was there",
                    "A visitor left a message while nobody was there. It waits in line for you, in the conversation:");
        } else if (plan != null && plan.waits()) {
            send(plan.mailTo(), conversation, "A visitor needs a person while nobody is there",
                    "A visitor needs a person, and nobody is there. The visitor waits in line for you, in the conversation:");
        } else if (plan != null && !plan.change().wantsMessage()) {
            asked(plan.mailTo(), conversation);
        }
    }

    /** A question was assigned to an absent agent. */
    void unanswered(@Nullable HandoffPlan plan, UUID conversation) {
        asked(plan == null ? null : plan.mailTo(), conversation);
    }

    /** No agent came, and the bot has the conversation again. */
    void asked(@Nullable String to, UUID conversation) {
        send(to, conversation, "A visitor asked for a person while nobody was there",
                "A visitor asked for a person, and nobody was there. The assistant goes on with the conversation:");
    }

    /** Only a link: the content stays under its retention. */
    private void send(@Nullable String to, UUID conversation, String subject, String text) {
        if (to != null) {
            mail.send(to, subject, "%s%n%n%s%n".formatted(text, mail.link("/console#/conversations/" + conversation)));
        }
    }
}
