package dev.parley.conversation;

import java.util.UUID;

import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** Something happened in a conversation. Told after the commit; a hint, for the tables are the truth. */
public sealed interface ConversationEvent {
    TenantId tenant();

    UUID conversation();

    /** A message was stored, whoever wrote it. */
    record MessageStored(TenantId tenant, UUID conversation, Message message) implements ConversationEvent {}

    /**
     * The owner changed. {@code begun} is the answer to what was written while the bot was silent; null when nothing is
     * open, or the bot still is.
     */
    record OwnerChanged(TenantId tenant, UUID conversation, Conversation now, @Nullable RunningAnswer begun)
            implements
                ConversationEvent {
        public OwnerChanged(TenantId tenant, UUID conversation, Conversation now) {
            this(tenant, conversation, now, null);
        }
    }

    /** The bot begins to answer, or begins afresh with a higher attempt. The epoch is the conversation's for which it answers. */
    record AnswerBegan(TenantId tenant, UUID conversation, UUID answer, int attempt, int epoch)
            implements
                ConversationEvent {}

    /** More of the answer's text; n is 1, 2, 3 … within the attempt. */
    record AnswerGrew(TenantId tenant, UUID conversation, UUID answer, int attempt, int n, String text)
            implements
                ConversationEvent {}

    /** The answer is over. It became the message `seq`, told before this; 0 for none. */
    record AnswerEnded(TenantId tenant, UUID conversation, UUID answer, int attempt, long seq, Finish finish,
            long questionSeq) implements ConversationEvent {}

    /** A visitor has signed in: the conversation is this customer's now, and nobody else's who followed it. */
    record VisitorJoined(TenantId tenant, UUID conversation, UUID visitor) implements ConversationEvent {}

    /**
     * Something changed that the shop's staff alone may see: a label, a note. It carries nothing that a visitor might learn; whoever may
     * know asks the tables.
     */
    record StaffOnly(TenantId tenant, UUID conversation, @Nullable UUID note) implements ConversationEvent {}

    /** Somebody writes or pauses; origin names the socket that must not hear its own echo, and agent who it is, for colleagues alone. */
    record Typing(TenantId tenant, UUID conversation, Author author, boolean on, @Nullable String origin,
            @Nullable UUID agent) implements ConversationEvent {
        public Typing(TenantId tenant, UUID conversation, Author author, boolean on, @Nullable String origin) {
            this(tenant, conversation, author, on, origin, null);
        }
    }
}
