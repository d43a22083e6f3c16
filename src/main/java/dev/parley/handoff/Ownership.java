package dev.parley.handoff;

import java.util.UUID;

import dev.parley.agent.Agent;
import dev.parley.agent.AgentRole;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.ShopSentences;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import org.jspecify.annotations.Nullable;

/** Rules for changes of owner, evaluated under the conversation's lock; null means no change. */
final class Ownership {
    private Ownership() {}

    /** The first claim wins. */
    static @Nullable OwnerChange claim(Conversation now, Agent by, ShopSentences voice) {
        return switch (now.state()) {
            case WithBot bot -> new OwnerChange(bot.takeOver(by.id()), joined(now, by, voice));
            case Waiting waiting -> new OwnerChange(waiting.claim(by.id()), joined(now, by, voice));
            case WithAgent with when with.agent().equals(by.id()) -> null;
            case WithAgent with -> throw new ClaimedException(with.agent());
            case Closed closed -> throw closed();
        };
    }

    /** Replaces an absent colleague if still the owner. */
    static @Nullable OwnerChange replace(Conversation now, UUID absent, Agent by, ShopSentences voice) {
        return now.state() instanceof WithAgent with && with.agent().equals(absent)
                ? new OwnerChange(with.transfer(by.id()), joined(now, by, voice))
                : claim(now, by, voice);
    }

    /** Only if still waiting, so that an assignment never overrides a claim. */
    static @Nullable OwnerChange give(Conversation now, Agent to, ShopSentences voice) {
        return now.state() instanceof Waiting ? claim(now, to, voice) : null;
    }

    static @Nullable OwnerChange assign(Conversation now, Agent by, Agent to, ShopSentences voice) {
        return switch (now.state()) {
            case WithBot bot -> claim(now, to, voice);
            case Waiting waiting -> claim(now, to, voice);
            case WithAgent with when with.agent().equals(to.id()) -> null;
            case WithAgent with -> {
                require(with, by);
                yield new OwnerChange(with.transfer(to.id()), joined(now, to, voice));
            }
            case Closed closed -> throw closed();
        };
    }

    static @Nullable OwnerChange requeue(Conversation now, Agent by, ShopSentences voice) {
        return switch (now.state()) {
            case WithBot bot ->
                new OwnerChange(bot.requestPerson(), voice.say(Sentence.WAITING, Language.of(now.locale())),
                        HandoffCause.asked(HandoffBy.SHOP, null));
            case Waiting waiting -> null;
            case WithAgent with -> {
                require(with, by);
                yield new OwnerChange(with.requeue(), voice.say(Sentence.PASSED_ON, Language.of(now.locale())));
            }
            case Closed closed -> throw closed();
        };
    }

    static @Nullable OwnerChange returnToBot(Conversation now, Agent by, ShopSentences voice) {
        return switch (now.state()) {
            case WithBot bot -> null;
            case Waiting waiting ->
                new OwnerChange(waiting.returnToBot(), voice.say(Sentence.WITH_BOT_AGAIN, Language.of(now.locale())));
            case WithAgent with -> {
                require(with, by);
                yield new OwnerChange(with.returnToBot(),
                        voice.say(Sentence.WITH_BOT_AGAIN, Language.of(now.locale())));
            }
            case Closed closed -> throw closed();
        };
    }

    static @Nullable OwnerChange close(Conversation now, Agent by, ShopSentences voice) {
        if (now.state() instanceof WithAgent with) {
            require(with, by);
        }
        return Handoffs.toClosed(now, voice);
    }

    static @Nullable OwnerChange reopen(Conversation now, Agent by, ShopSentences voice) {
        return switch (now.state()) {
            case Closed closed -> new OwnerChange(closed.reopenFor(by.id()), joined(now, by, voice));
            case WithAgent with when with.agent().equals(by.id()) -> null;
            case WithAgent with -> throw new ClaimedException(with.agent());
            case Waiting waiting -> null;
            case WithBot bot -> null;
        };
    }

    private static String joined(Conversation now, Agent agent, ShopSentences voice) {
        return voice.say(Sentence.JOINED, Language.of(now.locale()), agent.name());
    }

    private static void require(WithAgent owned, Agent by) {
        if (!owned.agent().equals(by.id()) && !by.is(AgentRole.SUPERVISOR)) {
            throw new ParleyException(Kind.CONFLICT, "not_owner",
                    "This conversation is a colleague's. Ask them, or a supervisor, to hand it on.");
        }
    }

    private static ParleyException closed() {
        return new ParleyException(Kind.CONFLICT, "closed", "This conversation has ended. Open it again first.");
    }
}
