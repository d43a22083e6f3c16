package dev.parley.conversation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.attachment.AttachmentsJson;
import dev.parley.platform.OneByOne;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.TenantId;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class AgentMessages {
    private final AgentMessageRepository repository;
    private final Conversations conversations;
    private final ConversationEvents events;
    private final AttachmentsJson attachments;
    private final List<AgentMessageSent> sent;
    private final OneByOne oneByOne;
    private final Clock clock;

    AgentMessages(AgentMessageRepository repository, Conversations conversations, ConversationEvents events,
            AttachmentsJson attachments, @All List<AgentMessageSent> sent, OneByOne oneByOne, Clock clock) {
        this.repository = repository;
        this.conversations = conversations;
        this.events = events;
        this.attachments = attachments;
        this.sent = sent;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    /** Idempotent by client id. Fails with `not_owner` unless the agent owns the conversation. */
    public Uni<Message> record(TenantId tenant, UUID conversation, AgentMessage message) {
        return repository.record(tenant, conversation, message, clock.instant())
                // Of two concurrent resends, the second violates the unique index and then finds the first.
                .onFailure(VisitorMessages::isDuplicate).retry().atMost(1)
                .chain(stored -> stored == null
                        ? refuse(tenant, conversation, message.agent())
                        : follow(tenant, conversation, message, stored)
                                .replaceWith(() -> told(tenant, conversation, message, stored)));
    }

    private Uni<Void> follow(TenantId tenant, UUID conversation, AgentMessage said,
            AgentMessageRepository.StoredReply stored) {
        return stored.earlier()
                ? Uni.createFrom().voidItem()
                : oneByOne.each("agent_message_sent", sent, each -> conversation,
                        each -> each.sent(tenant, conversation, said.agent())).replaceWithVoid();
    }

    private Uni<Message> refuse(TenantId tenant, UUID conversation, UUID agent) {
        return conversations.get(tenant, conversation).map(found -> {
            if (found.state().equals(new ConversationState.WithAgent(agent))) {
                throw new ParleyException(Kind.CONFLICT, "attachment_gone",
                        "An attachment of this message is not there, or was sent already. Upload it again.");
            }
            throw new ParleyException(Kind.CONFLICT, "not_owner",
                    "This conversation is not yours. Claim it, and then write.");
        });
    }

    private Message told(TenantId tenant, UUID conversation, AgentMessage said,
            AgentMessageRepository.StoredReply stored) {
        Message message = new Message(stored.seq(), Author.AGENT, said.name(), said.text(), stored.at(),
                said.clientId(), List.of(), null, Message.NO_CARDS, attachments.read(stored.attachments()));
        if (!stored.earlier()) {
            events.tell(new MessageStored(tenant, conversation, message));
        }
        return message;
    }
}
