package dev.parley.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.Handover;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Looks whether somebody is there, and what the shop wants if nobody is. */
@ApplicationScoped
class Staffing {
    /** A visitor who asks again and again fills nobody's mailbox. */
    private static final Duration MAIL_AT_MOST_EVERY = Duration.ofHours(1);

    private final HandoffRules rules;
    private final QueueRepository queue;

    Staffing(HandoffRules rules, QueueRepository queue) {
        this.rules = rules;
        this.queue = queue;
    }

    Uni<Staffed> of(TenantId tenant) {
        return rules.of(tenant).chain(settings -> queue.there(tenant, settings.capacity())
                .map(there -> new Staffed(settings, availability(settings, !there.isEmpty()))));
    }

    private Availability availability(HandoffSettings settings, boolean somebody) {
        if (!rules.openNow(settings)) {
            return new Availability.OutsideHours(rules.opens(settings));
        }
        return somebody ? new Availability.SomebodyThere() : new Availability.NobodyOnline();
    }

    /** How it is just now. */
    record Staffed(HandoffSettings settings, Availability availability) {
        HandoffPlan plan(Conversation found, HandoffCause cause, Instant now) {
            WhenAsked.Outcome outcome = WhenAsked.of(cause.by(), availability, settings.whenNobody());
            ZonedDateTime opens = availability instanceof Availability.OutsideHours closed ? closed.opens() : null;
            String sentence = sentence(outcome.said(), found.locale(), opens, cause.by());
            Handover handover = new Handover(outcome.waits() ? new WithBot().requestPerson() : new WithBot(), sentence,
                    cause);
            return new HandoffPlan(outcome.waits(), sentence, handover, outcome.waits() ? null : mailTo(found, now));
        }

        private @Nullable String mailTo(Conversation found, Instant now) {
            Instant before = found.handedOffAt();
            return settings.whenNobody() == WhenNobody.MAIL
                    && (before == null || !now.isBefore(before.plus(MAIL_AT_MOST_EVERY)))
                            ? settings.mailTo()
                            : null;
        }

        private static String sentence(WhenAsked.Said said, @Nullable String locale, @Nullable ZonedDateTime opens,
                HandoffBy by) {
            return switch (said) {
                case WAITING -> switch (by) {
                    case VISITOR, SHOP -> Notices.waiting(locale);
                    case BOT, RULE -> Notices.passedOn(locale);
                };
                case WAITING_A_WHILE -> Notices.waitingAWhile(locale);
                case WAITING_FOR_THE_TEAM -> Notices.waitingForTheTeam(locale);
                case WAITING_FOR_THE_HOURS -> opens == null
                        ? Notices.waitingForTheTeam(locale)
                        : Notices.waitingForTheHours(locale, Notices.when(locale, opens));
                case NOBODY_NOW -> Notices.nobodyNow(locale);
                case NOBODY_OUTSIDE_HOURS -> opens == null
                        ? Notices.nobodyNow(locale)
                        : Notices.nobodyOutsideHours(locale, Notices.when(locale, opens));
                case LEAVE_A_MESSAGE -> Notices.leaveAMessage(locale);
            };
        }
    }
}
