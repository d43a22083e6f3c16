package dev.parley.feed.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.StopAsked;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationEvent.VisitorJoined;
import dev.parley.conversation.answer.Finish;
import dev.parley.tenant.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HintTest {
    private static final TenantId SHOP = new TenantId(new UUID(1, 1));
    private static final UUID CONVERSATION = new UUID(2, 2);
    private static final UUID ID = new UUID(3, 3);

    static Stream<ConversationEvent> whole() {
        return Stream.of(new AnswerBegan(SHOP, CONVERSATION, ID, 2, 5),
                new AnswerGrew(SHOP, CONVERSATION, ID, 2, 3, "\"30\" days \n"),
                new AnswerEnded(SHOP, CONVERSATION, ID, 2, 9, Finish.CONTENT_FILTER, 8),
                new Typing(SHOP, CONVERSATION, Author.AGENT, true, null, ID),
                new Typing(SHOP, CONVERSATION, Author.VISITOR, false, null), new VisitorJoined(SHOP, CONVERSATION, ID),
                new StaffOnly(SHOP, CONVERSATION, null), new StaffOnly(SHOP, CONVERSATION, ID),
                new StopAsked(SHOP, CONVERSATION, ID));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void event_isTheSameOnAnotherReplica(ConversationEvent event) {
        String json = HintJson.write(Hint.of(event));

        assertThat(HintJson.read("[" + json + "]").orElseThrow().getFirst())
                .isInstanceOfSatisfying(Hint.OfConversation.class, hint -> assertThat(hint.event()).contains(event));
    }

    @Test
    void socketThatTypes_staysOnItsReplica() {
        Typing typing = new Typing(SHOP, CONVERSATION, Author.VISITOR, true, "socket-1");

        assertThat(((Hint.OfConversation) Hint.of(typing)).event())
                .contains(new Typing(SHOP, CONVERSATION, Author.VISITOR, true, null));
    }

    @Test
    void message_isReadFromTheTables() {
        Hint.OfConversation stored = new Hint.Stored(SHOP.value(), CONVERSATION, 7);

        assertThat(stored.event()).isEmpty();
        assertThat(HintJson.read("[" + HintJson.write(stored) + "]")).contains(List.of(stored));
    }
}
