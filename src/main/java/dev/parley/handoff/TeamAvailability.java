package dev.parley.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.conversation.HandoffReason;
import dev.parley.handoff.HandoffSettings.WhenNobody;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.language.ShopSentences;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TeamAvailability {
    /** Limits mail that repeated requests cause. */
    private static final Duration MIN_TIME_BETWEEN_MAILS = Duration.ofHours(1);

    private final HandoffSettingsStore rules;
    private final WaitingVisitors queue;
    private final Sentences sentences;

    TeamAvailability(HandoffSettingsStore rules, WaitingVisitors queue, Sentences sentences) {
        this.rules = rules;
        this.queue = queue;
        this.sentences = sentences;
    }

    Uni<StaffedTeam> of(TenantId tenant) {
        return sentences.of(tenant).chain(voice -> rules.of(tenant)
                .chain(settings -> queue.there(tenant, settings.capacity())
                        .map(there -> new StaffedTeam(settings, availability(settings, !there.isEmpty()), voice))));
    }

    private Availability availability(HandoffSettings settings, boolean somebody) {
        if (!rules.openNow(settings)) {
            return new Availability.OutsideHours(rules.opens(settings));
        }
        return somebody ? new Availability.SomebodyThere() : new Availability.NobodyOnline();
    }

    record StaffedTeam(HandoffSettings settings, Availability availability, ShopSentences voice) {
        HandoffPlan plan(Conversation found, HandoffCause cause, Instant now) {
            if (cause.reason() == HandoffReason.LEFT_MESSAGE && !(availability instanceof Availability.SomebodyThere)) {
                return leftMessage(found, cause);
            }
            // Only the team can clarify it, whatever the policy for questions.
            boolean forTheTeam = cause.reason() == HandoffReason.ACTION;
            WhenAsked.HandoffOutcome outcome = WhenAsked.of(cause.by(), availability,
                    forTheTeam ? WhenNobody.WAIT : settings.whenNobody());
            ZonedDateTime opens = availability instanceof Availability.OutsideHours closed ? closed.opens() : null;
            String sentence = sentence(outcome.said(), found.locale(), opens, cause.by());
            OwnerChange change = new OwnerChange(outcome.waits() ? new WithBot().requestPerson() : new WithBot(),
                    sentence,
                    cause);
            boolean message = outcome.said() == WhenAsked.Said.LEAVE_A_MESSAGE;
            return new HandoffPlan(outcome.waits(), sentence, message ? change.wantingMessage() : change,
                    forTheTeam ? mailUnlessThere() : outcome.waits() ? null : mailTo(found, now));
        }

        /** The message waits for the team. The bot says so, and the mail follows once there is text. */
        private HandoffPlan leftMessage(Conversation found, HandoffCause cause) {
            return new HandoffPlan(true, voice.say(Sentence.MESSAGE_KEPT, Language.of(found.locale())),
                    new OwnerChange(new WithBot().requestPerson(), "", cause), mailUnlessThere());
        }

        private @Nullable String mailUnlessThere() {
            return settings.whenNobody() == WhenNobody.MAIL && !(availability instanceof Availability.SomebodyThere)
                    ? settings.mailTo()
                    : null;
        }

        private @Nullable String mailTo(Conversation found, Instant now) {
            Instant before = found.handedOffAt();
            return settings.whenNobody() == WhenNobody.MAIL
                    && (before == null || !now.isBefore(before.plus(MIN_TIME_BETWEEN_MAILS)))
                            ? settings.mailTo()
                            : null;
        }

        private String sentence(WhenAsked.Said said, @Nullable String locale, @Nullable ZonedDateTime opens,
                HandoffBy by) {
            Language wanted = Language.of(locale);
            String when = opens == null ? "" : OpeningTime.written(opens, voice.spoken(wanted), locale);
            return voice.say(sentence(said, opens != null, by), wanted, when);
        }

        private static Sentence sentence(WhenAsked.Said said, boolean opens, HandoffBy by) {
            return switch (said) {
                case WAITING -> switch (by) {
                    case VISITOR, SHOP -> Sentence.WAITING;
                    case BOT, RULE -> Sentence.PASSED_ON;
                };
                case WAITING_A_WHILE -> Sentence.WAITING_A_WHILE;
                case WAITING_FOR_THE_TEAM -> Sentence.WAITING_FOR_THE_TEAM;
                case WAITING_FOR_THE_HOURS -> opens
                        ? Sentence.WAITING_FOR_THE_HOURS
                        : Sentence.WAITING_FOR_THE_TEAM;
                case NOBODY_NOW -> Sentence.NOBODY_NOW;
                case NOBODY_OUTSIDE_HOURS -> opens ? Sentence.NOBODY_OUTSIDE_HOURS : Sentence.NOBODY_NOW;
                case LEAVE_A_MESSAGE -> Sentence.LEAVE_A_MESSAGE;
            };
        }
    }
}
