package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.ConversationState.Closed;
import dev.parley.conversation.ConversationState.Waiting;
import dev.parley.conversation.ConversationState.WithAgent;
import dev.parley.conversation.ConversationState.WithBot;
import dev.parley.conversation.Conversations.Handover;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandoffsTest {
    private static final UUID ID = new UUID(1, 2);
    private static final String ASKED = "You asked for a person. The team has been told; whatever you write meanwhile is kept for them.";
    private static final String ENDED = "This conversation has ended. Just write to open it again.";

    @Test
    void visitorWithTheBot_waitsForAPerson() {
        assertThat(Handoffs.toPerson(in(new WithBot(), null), null)).isEqualTo(new Handover(new Waiting(), ASKED));
    }

    @Test
    void reason_goesToTheAgentsAndNotIntoTheNotice() {
        assertThat(Handoffs.toPerson(in(new WithBot(), null), "a refund"))
                .isEqualTo(new Handover(new Waiting(), ASKED, "a refund"));
    }

    @Test
    void closedConversation_opensAgainToWait() {
        assertThat(Handoffs.toPerson(in(new Closed(), null), null)).isEqualTo(new Handover(new Waiting(), ASKED));
    }

    @Test
    void visitorWhoWaitsOrHasAPerson_staysAsItIs() {
        assertThat(Handoffs.toPerson(in(new Waiting(), null), null)).isNull();
        assertThat(Handoffs.toPerson(in(new WithAgent(ID), null), null)).isNull();
    }

    @Test
    void everyOpenConversation_canBeClosed() {
        Handover closed = new Handover(new Closed(), ENDED);

        assertThat(Handoffs.toClosed(in(new WithBot(), null))).isEqualTo(closed);
        assertThat(Handoffs.toClosed(in(new Waiting(), null))).isEqualTo(closed);
        assertThat(Handoffs.toClosed(in(new WithAgent(ID), null))).isEqualTo(closed);
    }

    @Test
    void closedConversation_staysClosed() {
        assertThat(Handoffs.toClosed(in(new Closed(), null))).isNull();
    }

    @Test
    void notice_speaksTheConversationsLanguage() {
        Handover handover = Handoffs.toClosed(in(new WithBot(), "zh-Hans-CN"));

        assertThat(handover).isEqualTo(new Handover(new Closed(), "对话已结束。如需继续，直接发送消息即可。"));
    }

    private static Conversation in(ConversationState state, @Nullable String locale) {
        return new Conversation(ID, new TenantId(ID), ID, state, 1, 0, locale, null, "{}", null, Instant.EPOCH,
                Instant.EPOCH);
    }
}
