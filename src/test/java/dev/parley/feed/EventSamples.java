package dev.parley.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.AnswerGrew;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.Message;
import dev.parley.conversation.answer.Finish;
import dev.parley.tenant.TenantId;

final class EventSamples {
    static final TenantId SHOP = new TenantId(new UUID(1, 1));
    static final UUID CONVERSATION = new UUID(2, 2);
    static final UUID ANSWER = new UUID(3, 3);

    private EventSamples() {}

    static AnswerBegan began(int attempt) {
        return new AnswerBegan(SHOP, CONVERSATION, ANSWER, attempt, 1);
    }

    static AnswerGrew grew(int attempt, int n, String text) {
        return new AnswerGrew(SHOP, CONVERSATION, ANSWER, attempt, n, text);
    }

    static AnswerEnded ended(int attempt) {
        return new AnswerEnded(SHOP, CONVERSATION, ANSWER, attempt, 2, Finish.STOP, 1);
    }

    static MessageStored stored(long seq) {
        return new MessageStored(SHOP, CONVERSATION,
                new Message(seq, Author.VISITOR, null, "text", Instant.EPOCH, null, List.of(), null));
    }
}
