package dev.parley.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.answer.SourcesJson;
import dev.parley.conversation.attachment.AttachmentsJson;
import dev.parley.conversation.attachment.RecordingJson;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.database.Constraints;
import dev.parley.tenant.TenantId;
import dev.parley.visitor.Visitor;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Opens conversations, tells what was said in them, and hands them from owner to owner. */
@ApplicationScoped
public class Conversations {
    private static final int MESSAGES_OF_A_CHAPTER = 200;
    private static final int CHARACTERS_OF_A_CHAPTER = 256 * 1024;

    private final ConversationRepository repository;
    private final HandoverRepository handovers;
    private final MessageRepository messages;
    private final ConversationEvents events;
    private final SourcesJson sources;
    private final AttachmentsJson attachments;
    private final RecordingJson recordings;
    private final Replica replica;
    private final Ids ids;
    private final Clock clock;

    Conversations(ConversationRepository repository, HandoverRepository handovers, MessageRepository messages,
            ConversationEvents events,
            SourcesJson sources, AttachmentsJson attachments, RecordingJson recordings,
            Replica replica, Ids ids, Clock clock) {
        this.repository = repository;
        this.handovers = handovers;
        this.messages = messages;
        this.events = events;
        this.sources = sources;
        this.attachments = attachments;
        this.recordings = recordings;
        this.replica = replica;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a conversation starts with; the attributes are a JSON object of the shop's own. */
    public record Opening(UUID visitor, @Nullable String locale, @Nullable String page, String attributes) {}

    public Uni<Conversation> open(TenantId tenant, Opening opening) {
        return open(tenant, opening, List.of());
    }

    /** With what the visitor is known to have said elsewhere; nobody will answer that. {@code said}: oldest first. */
    public Uni<Conversation> open(TenantId tenant, Opening opening, List<String> said) {
        ConversationEntity row = row(tenant, ids.next(), opening, clock.instant());
        row.lastSeq = said.size();
        return repository.create(row, said).invoke(this::tellOpened);
    }

    private static ConversationEntity row(TenantId tenant, UUID id, Opening opening, Instant now) {
        ConversationEntity row = new ConversationEntity();
        row.id = id;
        row.tenantId = tenant.value();
        row.visitorId = opening.visitor();
        row.state = new ConversationState.WithBot().wire();
        row.epoch = 1;
        row.locale = opening.locale();
        row.page = opening.page();
        row.attributes = opening.attributes();
        row.createdAt = now;
        row.lastActivityAt = now;
        return row;
    }

    private void tellOpened(Conversation opened) {
        events.tell(new ConversationOpened(opened.tenant(), opened.id(), opened.visitor()));
    }

    /** What {@link #latestOrOpen} would open. Nothing is stored. */
    public Conversation draft(TenantId tenant, Opening opening) {
        return row(tenant, ids.next(), opening, clock.instant()).toConversation();
    }

    /** Fails with `not_found` when the conversation is not, or no longer, this visitor's. */
    public Uni<Void> require(Visitor visitor, UUID conversation) {
        return get(visitor.tenant(), conversation).invoke(found -> {
            if (!found.visitor().equals(visitor.id())) {
                throw absent();
            }
        }).replaceWithVoid();
    }

    /** Fails with `not_found` for an id that is absent or another tenant's. */
    public Uni<Conversation> get(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(Conversations::absent);
    }

    /**
     * The visitor's latest conversation, which goes on in this language. A null {@code locale} means in the one that it
     * has.
     */
    public Uni<@Nullable Conversation> latestIn(TenantId tenant, UUID visitor, @Nullable String locale) {
        return repository.latestOf(tenant, visitor)
                .chain(found -> found == null || locale == null || locale.equals(found.locale())
                        ? Uni.createFrom().item(found)
                        : repository.speak(tenant, found.id(), locale)
                                .chain(() -> repository.find(tenant, found.id())));
    }

    /** The visitor's latest conversation, or a new one. */
    public Uni<Conversation> latestOrNew(TenantId tenant, UUID visitor, @Nullable String locale) {
        return latestOrOpen(draft(tenant, new Opening(visitor, locale, null, "{}")));
    }

    /** The visitor's latest conversation, or this one. Of two who ask at once, one opens theirs. Fails with `not_found` without the visitor. */
    public Uni<Conversation> latestOrOpen(Conversation draft) {
        Opening opening = new Opening(draft.visitor(), draft.locale(), draft.page(), draft.attributes());
        return repository.latestOrCreate(row(draft.tenant(), draft.id(), opening, clock.instant()))
                .onFailure(failure -> Constraints.violated(failure, "conversation_visitor_id_fkey"))
                .transform(gone -> ParleyException.notFound("visitor"))
                .invoke(found -> {
                    if (found.id().equals(draft.id())) {
                        tellOpened(found);
                    }
                });
    }

    /** Newest first, those older than `before`. */
    public Uni<List<Conversation>> page(TenantId tenant, @Nullable UUID before, @Nullable String state, int limit) {
        return repository.page(tenant, before, state, limit);
    }

    public Uni<List<Message>> messagesSince(TenantId tenant, UUID conversation, long since, int limit) {
        return messages.since(tenant, conversation, since, limit).map(this::toMessages);
    }

    /** Some of a conversation to be told again. {@code more}: whether there is more to ask for. */
    public record Chapter(List<Message> messages, boolean more) {}

    /** The messages since, as many as may be held for one listener: by their size, since a message may be as large as a hundred others. */
    public Uni<Chapter> chapterSince(TenantId tenant, UUID conversation, long since) {
        return messages.sinceWithin(tenant, conversation, since, MESSAGES_OF_A_CHAPTER, CHARACTERS_OF_A_CHAPTER)
                .map(found -> new Chapter(toMessages(found), found.size() == MESSAGES_OF_A_CHAPTER
                        || found.stream().mapToLong(each -> each.text.length()).sum() >= CHARACTERS_OF_A_CHAPTER));
    }

    /** The newest of the messages before this number, oldest first. */
    public Uni<List<Message>> messagesBefore(TenantId tenant, UUID conversation, long before, int limit) {
        return messages.before(tenant, conversation, before, limit).map(this::toMessages);
    }

    /** The newest messages, at most so many, of a conversation; fails with `not_found` as {@link #get} does. */
    public Uni<ConversationThread> thread(TenantId tenant, UUID conversation, int limit) {
        return messages.thread(tenant, conversation, limit).onItem().ifNull().failWith(Conversations::absent);
    }

    private List<Message> toMessages(List<MessageEntity> rows) {
        return rows.stream().map(row -> row.toMessage(sources.read(row.sources), attachments.read(row.attachments),
                recordings.read(row.recording, row.heard), recordings.readTranslations(row.translations))).toList();
    }

    /**
     * Gives the conversation another owner, or leaves it. Back with the bot, what nobody answered meanwhile gets an answer, told with the
     * change.
     *
     * @param rule decides from the state under lock; null leaves it as it is
     * @return the conversation as it is now
     */
    public Uni<Conversation> change(TenantId tenant, UUID conversation,
            Function<Conversation, @Nullable Handover> rule) {
        HandoverRepository.Next next = new HandoverRepository.Next(ids.next(), replica.id(), clock.instant());
        return handovers.change(tenant, conversation, next, rule)
                .chain(changed -> changed == null
                        ? get(tenant, conversation)
                        : Uni.createFrom().item(events.told(changed)));
    }

    /**
     * A new owner, and the line that tells the visitor of it. The same owner as before is only told of.
     *
     * @param notice empty for none
     * @param cause why a person is needed; only beside a request for one
     * @param wantsMessage the visitor is asked to leave a message: what comes next is one
     */
    public record Handover(ConversationState state, String notice, @Nullable HandoffCause cause,
            boolean wantsMessage) {
        public Handover(ConversationState state, String notice) {
            this(state, notice, null);
        }

        public Handover(ConversationState state, String notice, @Nullable HandoffCause cause) {
            this(state, notice, cause, false);
        }

        /** The same, asking for a message. */
        public Handover wantingMessage() {
            return new Handover(state, notice, cause, true);
        }
    }

    /**
     * A later and better summary for those who see to this handover; it is dropped when the conversation has moved on.
     *
     * @param epoch with which the visitor began to wait
     * @return whether it was stored
     */
    public Uni<Boolean> summarize(TenantId tenant, UUID conversation, int epoch, String summary) {
        String clean = HandoffCause.summary(summary);
        return clean == null
                ? Uni.createFrom().item(false)
                : repository.summarize(tenant, conversation, epoch, clean).invoke(stored -> {
                    if (stored) {
                        events.tell(new StaffOnly(tenant, conversation, null));
                    }
                });
    }

    /** Place in the line of those who wait for a person, from 1. */
    public Uni<Long> queuePosition(TenantId tenant, Instant waitingSince) {
        return repository.queuePosition(tenant, waitingSince);
    }

    /** Notes how far the visitor has read. */
    public Uni<Void> seenByVisitor(TenantId tenant, UUID conversation, long seq) {
        return repository.seenByVisitor(tenant, conversation, seq);
    }

    /** Notes what the visitor thinks of an answer; fails with `not_found` when that message is not one. */
    public Uni<Void> rate(TenantId tenant, UUID conversation, long seq, boolean up, @Nullable String comment) {
        return messages.rate(tenant, conversation, seq, up ? "up" : "down", comment)
                .map(found -> {
                    if (!found) {
                        throw ParleyException.notFound("answer to rate");
                    }
                    return null;
                });
    }

    private static ParleyException absent() {
        return ParleyException.notFound("conversation");
    }
}
