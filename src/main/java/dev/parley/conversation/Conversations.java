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

@ApplicationScoped
public class Conversations {
    private static final int MESSAGES_OF_A_CHAPTER = 200;
    private static final int CHARACTERS_OF_A_CHAPTER = 256 * 1024;

    private final ConversationRepository repository;
    private final OwnerChangeRepository ownerChanges;
    private final MessageRepository messages;
    private final ConversationEvents events;
    private final SourcesJson sources;
    private final AttachmentsJson attachments;
    private final RecordingJson recordings;
    private final Replica replica;
    private final Ids ids;
    private final Clock clock;

    Conversations(ConversationRepository repository, OwnerChangeRepository ownerChanges, MessageRepository messages,
            ConversationEvents events,
            SourcesJson sources, AttachmentsJson attachments, RecordingJson recordings,
            Replica replica, Ids ids, Clock clock) {
        this.repository = repository;
        this.ownerChanges = ownerChanges;
        this.messages = messages;
        this.events = events;
        this.sources = sources;
        this.attachments = attachments;
        this.recordings = recordings;
        this.replica = replica;
        this.ids = ids;
        this.clock = clock;
    }

    /** {@code attributes} is the shop's JSON object. */
    public record Opening(UUID visitor, @Nullable String locale, @Nullable String page, String attributes) {}

    public Uni<Conversation> open(TenantId tenant, Opening opening) {
        return open(tenant, opening, List.of());
    }

    /** With earlier messages of the visitor, oldest first, which are not answered. */
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

    /** Not stored; see {@link #latestOrOpen}. */
    public Conversation draft(TenantId tenant, Opening opening) {
        return row(tenant, ids.next(), opening, clock.instant()).toConversation();
    }

    /** Fails with `not_found` unless the conversation is this visitor's. */
    public Uni<Void> require(Visitor visitor, UUID conversation) {
        return get(visitor.tenant(), conversation).invoke(found -> {
            if (!found.visitor().equals(visitor.id())) {
                throw absent();
            }
        }).replaceWithVoid();
    }

    /** Fails with `not_found`, also for another tenant's id. */
    public Uni<Conversation> get(TenantId tenant, UUID id) {
        return repository.find(tenant, id).onItem().ifNull().failWith(Conversations::absent);
    }

    /** Switches the latest conversation to this language; a null {@code locale} leaves it. */
    public Uni<@Nullable Conversation> latestIn(TenantId tenant, UUID visitor, @Nullable String locale) {
        return repository.latestOf(tenant, visitor)
                .chain(found -> found == null || locale == null || locale.equals(found.locale())
                        ? Uni.createFrom().item(found)
                        : repository.speak(tenant, found.id(), locale)
                                .chain(() -> repository.find(tenant, found.id())));
    }

    /** Atomic: of concurrent callers, one opens theirs. Fails with `not_found` without the visitor. */
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

    /** Newest first, older than {@code before}. */
    public Uni<List<Conversation>> page(TenantId tenant, @Nullable UUID before, @Nullable String state, int limit) {
        return repository.page(tenant, before, state, limit);
    }

    public Uni<List<Message>> messagesSince(TenantId tenant, UUID conversation, long since, int limit) {
        return messages.since(tenant, conversation, since, limit).map(this::toMessages);
    }

    public record Chapter(List<Message> messages, boolean more) {}

    /** Limited by size, since a message may be a hundred times larger than others. */
    public Uni<Chapter> chapterSince(TenantId tenant, UUID conversation, long since) {
        return messages.sinceWithin(tenant, conversation, since, MESSAGES_OF_A_CHAPTER, CHARACTERS_OF_A_CHAPTER)
                .map(found -> new Chapter(toMessages(found), found.size() == MESSAGES_OF_A_CHAPTER
                        || found.stream().mapToLong(each -> each.text.length()).sum() >= CHARACTERS_OF_A_CHAPTER));
    }

    /** Oldest first. */
    public Uni<List<Message>> messagesBefore(TenantId tenant, UUID conversation, long before, int limit) {
        return messages.before(tenant, conversation, before, limit).map(this::toMessages);
    }

    /** The newest messages; fails like {@link #get}. */
    public Uni<ConversationThread> thread(TenantId tenant, UUID conversation, int limit) {
        return messages.thread(tenant, conversation, limit).onItem().ifNull().failWith(Conversations::absent);
    }

    private List<Message> toMessages(List<MessageEntity> rows) {
        return rows.stream().map(row -> row.toMessage(sources.read(row.sources), attachments.read(row.attachments),
                recordings.read(row.recording, row.heard), recordings.readTranslations(row.translations))).toList();
    }

    /** Changes the owner by a rule under lock. Back with the bot, unanswered messages get an answer. */
    public Uni<Conversation> change(TenantId tenant, UUID conversation,
            Function<Conversation, @Nullable OwnerChange> rule) {
        OwnerChangeRepository.Next next = new OwnerChangeRepository.Next(ids.next(), replica.id(), clock.instant());
        return ownerChanges.change(tenant, conversation, next, rule)
                .chain(changed -> changed == null
                        ? get(tenant, conversation)
                        : Uni.createFrom().item(events.told(changed)));
    }

    /** A new owner with a notice, which may be empty. {@code cause} comes only with a request for a person. */
    public record OwnerChange(ConversationState state, String notice, @Nullable HandoffCause cause,
            boolean wantsMessage) {
        public OwnerChange(ConversationState state, String notice) {
            this(state, notice, null);
        }

        public OwnerChange(ConversationState state, String notice, @Nullable HandoffCause cause) {
            this(state, notice, cause, false);
        }

        public OwnerChange wantingMessage() {
            return new OwnerChange(state, notice, cause, true);
        }
    }

    /** Replaces the summary; false if the conversation has moved on since this {@code epoch}. */
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

    /** From 1. */
    public Uni<Long> queuePosition(TenantId tenant, Instant waitingSince) {
        return repository.queuePosition(tenant, waitingSince);
    }

    public Uni<Void> seenByVisitor(TenantId tenant, UUID conversation, long seq) {
        return repository.seenByVisitor(tenant, conversation, seq);
    }

    /** Fails with `not_found` unless the message is an answer. */
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
