package dev.parley.conversation.answer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.ConversationEvent.StaffOnly;
import dev.parley.conversation.ConversationEvent.Typing;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.Message;
import dev.parley.conversation.OwnerChangeRepository;
import dev.parley.conversation.Replica;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** The stored life of a bot's answer: begun by a message, saved while it grows, restarted, and stored once. */
@ApplicationScoped
public class Answers {
    private static final int TAKEN_AT_ONCE = 20;

    private final AnswerRepository repository;
    private final OwnerChangeRepository ownerChanges;
    private final ConversationEvents events;
    private final SourcesJson sources;
    private final EvidenceJson evidence;
    private final Replica replica;
    private final Ids ids;
    private final Clock clock;

    Answers(AnswerRepository repository, OwnerChangeRepository ownerChanges, ConversationEvents events,
            SourcesJson sources,
            EvidenceJson evidence, Replica replica, Ids ids, Clock clock) {
        this.repository = repository;
        this.ownerChanges = ownerChanges;
        this.events = events;
        this.sources = sources;
        this.evidence = evidence;
        this.replica = replica;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the answer as a message, unless the owner has changed or another attempt has replaced this one. */
    public Uni<Replied> reply(RunningAnswer answer, Reply reply) {
        AnswerRepository.Ending ending = ending(answer, reply);
        return repository.finish(answer.tenant(), ending)
                .map(finished -> finished == null ? toldVoid(answer) : told(ending, finished));
    }

    /**
     * Stores the last message and hands over, atomically. What the visitor wrote meanwhile is for the person. Needs no
     * supervisor's approval; if answers are held, the words are Parley's own, not a model's. Earlier held answers are
     * dropped. The new owner is a queue, or the bot if nobody is there.
     */
    public Uni<Replied> replyAndHandOff(RunningAnswer answer, Reply reply, OwnerChange change) {
        AnswerRepository.Ending ending = ending(answer, reply);
        return ownerChanges.endAndChange(ending, change).map(ended -> ended == null || ended.changed() == null
                ? toldVoid(answer)
                : toldHandedOver(ending, ended.message(), ended.changed()));
    }

    private Replied toldHandedOver(AnswerRepository.Ending ending, @Nullable Message message,
            OwnerChangeRepository.Changed changed) {
        tellEnd(ending, message, ending.reply().finish());
        events.told(changed);
        return new Replied(message, changed.begun());
    }

    /** Holds the answer for a supervisor's approval. Visitors no longer see that an answer is being written. */
    public Uni<Replied> hold(RunningAnswer answer, Reply reply) {
        AnswerRepository.Ending ending = ending(answer, reply);
        return repository.hold(answer.tenant(), ending).map(finished -> {
            Replied nothingYet = toldVoid(answer);
            if (finished == null || finished.finish().equals(Finish.WITHDRAWN.wire())) {
                return nothingYet;
            }
            events.tell(new Typing(answer.tenant(), answer.conversation(), Author.AGENT, true, null));
            events.tell(new StaffOnly(answer.tenant(), answer.conversation(), null));
            return new Replied(null, next(ending, finished.nextQuestion()));
        });
    }

    private AnswerRepository.Ending ending(RunningAnswer answer, Reply reply) {
        return new AnswerRepository.Ending(answer, reply, sources.write(reply.sources()),
                evidence.write(reply.evidence()), ids.next(), replica.id(),
                clock.instant());
    }

    /** Tells followers of this attempt that nothing comes of it. */
    private Replied toldVoid(RunningAnswer answer) {
        events.tell(new AnswerEnded(answer.tenant(), answer.conversation(), answer.id(), answer.attempt(), 0,
                Finish.WITHDRAWN, answer.questionSeq()));
        return new Replied(null, null);
    }

    private Replied told(AnswerRepository.Ending ending, AnswerRepository.Finished finished) {
        Reply reply = ending.reply();
        boolean withdrawn = finished.finish().equals(Finish.WITHDRAWN.wire());
        Message message = withdrawn || finished.seq() == null
                ? null
                : new Message(finished.seq(), Author.BOT, reply.botName(), reply.text(), ending.now(), null,
                        reply.sources(), reply.finish().wire(), reply.cards());
        tellEnd(ending, message, withdrawn ? Finish.WITHDRAWN : reply.finish());
        return new Replied(message, next(ending, finished.nextQuestion()));
    }

    private void tellEnd(AnswerRepository.Ending ending, @Nullable Message message, Finish finish) {
        RunningAnswer answer = ending.answer();
        if (message != null) {
            events.tell(new MessageStored(answer.tenant(), answer.conversation(), message));
        }
        events.tell(new AnswerEnded(answer.tenant(), answer.conversation(), answer.id(), answer.attempt(),
                message == null ? 0 : message.seq(), finish, answer.questionSeq()));
    }

    private static @Nullable RunningAnswer next(AnswerRepository.Ending ending, @Nullable Long question) {
        RunningAnswer answer = ending.answer();
        return question == null
                ? null
                : new RunningAnswer(ending.next(), answer.tenant(), answer.conversation(), answer.epoch(), 1,
                        answer.questionSeq() + 1, question);
    }

    /** On any replica. */
    public Uni<Boolean> isRunning(TenantId tenant, UUID conversation) {
        return repository.isRunning(tenant, conversation);
    }

    /** Fails with `not_found`, also for another tenant's id. */
    public Uni<BotTurns> turns(TenantId tenant, UUID conversation) {
        return repository.turns(tenant, conversation)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("conversation"));
    }

    /** Null while the answer is not finished, or held. */
    public Uni<@Nullable AnswerEnded> ended(TenantId tenant, UUID conversation, long question) {
        return repository.ended(tenant, conversation, question);
    }

    /** A fresh attempt for all open messages; null if another replica holds the answer. */
    public Uni<@Nullable RunningAnswer> restart(RunningAnswer answer) {
        return repository.restart(answer, replica.id());
    }

    /** Fails with `not_found` unless the message is the bot's. */
    public Uni<Evidence> evidence(TenantId tenant, UUID conversation, long seq) {
        return repository.evidence(tenant, conversation, seq)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("answer"))
                .map(evidence::read);
    }

    /**
     * The answered question, to ask it again. The returned answer is neither run nor stored. Fails with `not_found`.
     */
    public Uni<RunningAnswer> again(TenantId tenant, UUID conversation, long seq) {
        UUID id = ids.next();
        return repository.answered(tenant, conversation, seq)
                .onItem().ifNull().failWith(() -> ParleyException.notFound("answer"))
                .map(answered -> new RunningAnswer(id, tenant, conversation, answered.epoch(), 1,
                        answered.firstQuestion(), answered.lastQuestion()));
    }

    public Uni<Void> dismiss(TenantId tenant, List<UUID> answers) {
        return repository.dismiss(tenant, answers, clock.instant());
    }

    /** Renews the lease and stores the text; false means stop: another replica has the answer. */
    public Uni<Boolean> keep(RunningAnswer answer, String textSoFar) {
        return repository.keep(answer, replica.id(), textSoFar);
    }

    /** Takes over answers of dead replicas, each as a fresh attempt. */
    public Uni<List<RunningAnswer>> takeLapsed() {
        return repository.takeLapsed(replica.id(), TAKEN_AT_ONCE);
    }

    /** Before shutdown: other replicas may take over at once. */
    public Uni<Integer> release() {
        return repository.release(replica.id());
    }
}
