package dev.parley.conversation;

import java.util.UUID;

import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** An event after its commit. Only a hint: the tables are authoritative. */
public sealed interface ConversationEvent {
    TenantId tenant();

    UUID conversation();

    record MessageStored(TenantId tenant, UUID conversation, Message message) implements ConversationEvent {}

    /** {@code begun} answers what was written while the bot was silent; null if nothing is open. */
    record OwnerChanged(TenantId tenant, UUID conversation, Conversation now, @Nullable RunningAnswer begun)
            implements
                ConversationEvent {
        public OwnerChanged(TenantId tenant, UUID conversation, Conversation now) {
            this(tenant, conversation, now, null);
        }
    }

    /** A restart has a higher attempt. {@code epoch} is the conversation's. */
    record AnswerBegan(TenantId tenant, UUID conversation, UUID answer, int attempt, int epoch)
            implements
                ConversationEvent {}

    /** {@code n} is 1, 2, 3 … within the attempt. */
    record AnswerGrew(TenantId tenant, UUID conversation, UUID answer, int attempt, int n, String text)
            implements
                ConversationEvent {}

    /** The answer became the message {@code seq}, announced before; 0 for none. */
    record AnswerEnded(TenantId tenant, UUID conversation, UUID answer, int attempt, long seq, Finish finish,
            long questionSeq) implements ConversationEvent {}

    /** The visitor wants no more of this answer, which may run on another replica. */
    record StopAsked(TenantId tenant, UUID conversation, UUID answer) implements ConversationEvent {}

    /** The visitor signed in: other followers must no longer see the conversation. */
    record VisitorJoined(TenantId tenant, UUID conversation, UUID visitor) implements ConversationEvent {}

    /** A change for the staff only. Carries no content that a visitor might learn; read it from the tables. */
    record StaffOnly(TenantId tenant, UUID conversation, @Nullable UUID note) implements ConversationEvent {}

    /** {@code origin} is the socket that must not get its echo; {@code agent} is for colleagues only. */
    record Typing(TenantId tenant, UUID conversation, Author author, boolean on, @Nullable String origin,
            @Nullable UUID agent) implements ConversationEvent {
        public Typing(TenantId tenant, UUID conversation, Author author, boolean on, @Nullable String origin) {
            this(tenant, conversation, author, on, origin, null);
        }
    }
}
