package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.HandoffBy;
import dev.parley.conversation.HandoffCause;
import dev.parley.language.ShopSentences;
import dev.parley.language.Voices;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandoffsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final HandoffCause CAUSE = HandoffCause.asked(HandoffBy.VISITOR, "a refund");
    private static final HandoffPlan QUEUED = new HandoffPlan(true, "In line.",
            new OwnerChange(new Waiting(), "In line.", CAUSE), null);
    private static final HandoffPlan NOBODY = new HandoffPlan(false, "Nobody is there.",
            new OwnerChange(new WithBot(), "Nobody is there.", CAUSE), null);
    private static final ShopSentences ENGLISH = Voices.ofShop("en");
    private static final String ENDED = "This conversation has ended. Just write to open it again.";

    @Test
    void visitorWithTheBot_waitsForAPerson() {
        assertThat(Handoffs.toPerson(in(new WithBot(), null), QUEUED, NOW)).isEqualTo(QUEUED.change());
    }

    @Test
    void closedConversation_opensAgainToWaitOrForTheBot() {
        assertThat(Handoffs.toPerson(in(new Closed(), null), QUEUED, NOW)).isEqualTo(QUEUED.change());
        assertThat(Handoffs.toPerson(in(new Closed(), null), NOBODY, NOW)).isEqualTo(NOBODY.change());
    }

    @Test
    void visitorWhoWaitsOrHasAPerson_staysAsItIs() {
        for (HandoffPlan plan : List.of(QUEUED, NOBODY)) {
            assertThat(Handoffs.toPerson(in(new Waiting(), null), plan, NOW)).isNull();
            assertThat(Handoffs.toPerson(in(new WithAgent(ID), null), plan, NOW)).isNull();
        }
    }

    @Test
    void askedAgainWhileNobodyIsThere_isToldAgainButNotForASecondPress() {
        assertThat(Handoffs.toPerson(asked(NOW.minusSeconds(9)), NOBODY, NOW)).isNull();
        assertThat(Handoffs.toPerson(asked(NOW.minusSeconds(10)), NOBODY, NOW)).isEqualTo(NOBODY.change());
        assertThat(Handoffs.toPerson(asked(NOW.minusSeconds(9)), QUEUED, NOW)).isEqualTo(QUEUED.change());
    }

    @Test
    void everyOpenConversation_canBeClosed() {
        OwnerChange closed = new OwnerChange(new Closed(), ENDED);

        assertThat(Handoffs.toClosed(in(new WithBot(), null), ENGLISH)).isEqualTo(closed);
        assertThat(Handoffs.toClosed(in(new Waiting(), null), ENGLISH)).isEqualTo(closed);
        assertThat(Handoffs.toClosed(in(new WithAgent(ID), null), ENGLISH)).isEqualTo(closed);
    }

    @Test
    void closedConversation_staysClosed() {
        assertThat(Handoffs.toClosed(in(new Closed(), null), ENGLISH)).isNull();
    }

    @Test
    void notice_speaksTheConversationsLanguage() {
        OwnerChange change = Handoffs.toClosed(in(new WithBot(), "zh-Hans-CN"), ENGLISH);

        assertThat(change).isEqualTo(new OwnerChange(new Closed(), "对话已结束。如需继续，直接发送消息即可。"));
    }

    private static Conversation in(ConversationState state, @Nullable String locale) {
        return new Conversation(ID, new TenantId(ID), ID, state, 1, 0, locale, null, "{}", null, Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Conversation asked(Instant before) {
        return new Conversation(ID, new TenantId(ID), ID, new WithBot(), 1, 0, null, null, "{}", null, Instant.EPOCH,
                Instant.EPOCH, CAUSE, before);
    }
}
