package dev.parley.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationEvent;
import dev.parley.conversation.ConversationEvent.MessageStored;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.Message;
import dev.parley.conversation.Recorded;
import dev.parley.conversation.VisitorMessage;
import dev.parley.conversation.answer.Answers;
import dev.parley.feed.ConversationFeed;
import dev.parley.feed.ConversationFeed.Following;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import dev.parley.turn.Turns;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** Stores a visitor's message and follows it to the end of the answer. Cancelling stops only the following. */
@ApplicationScoped
public class ConversationStream {
    /** Maximum silence, longer than a visitor is promised to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int PAGE = 200;

    private final Turns turns;
    private final Conversations conversations;
    private final Answers answers;
    private final ConversationFeed feed;
    private final StreamConfig config;
    private final Vertx vertx;
    private final CurrentVertxRequest request;

    ConversationStream(Turns turns, Conversations conversations, Answers answers, ConversationFeed feed,
            StreamConfig config, Vertx vertx, CurrentVertxRequest request) {
        this.turns = turns;
        this.conversations = conversations;
        this.answers = answers;
        this.feed = feed;
        this.config = config;
        this.vertx = vertx;
        this.request = request;
    }

    /** The answer, or the state of the conversation without one. */
    public Uni<AnswerResponse> answer(TenantId tenant, UUID conversation, VisitorMessage message) {
        return steps(tenant, conversation, message, StreamPosition.of(null))
                .filter(step -> step instanceof FollowerStep.End)
                .toUni()
                .onItem().ifNull().failWith(ConversationStream::late)
                .chain(last -> conclude(tenant, conversation, message, ((FollowerStep.End) last).recorded()));
    }

    private static ParleyException late() {
        return new ParleyException(ParleyException.Kind.UNAVAILABLE, "answer_late",
                "The message is stored, but its answer is late. Send it again with the same id, or look for the answer with GET.");
    }

    private Uni<AnswerResponse> conclude(TenantId tenant, UUID conversation, VisitorMessage message,
            Recorded recorded) {
        long question = recorded.message().seq();
        return Uni.combine().all()
                .unis(conversations.get(tenant, conversation),
                        conversations.messagesSince(tenant, conversation, question, PAGE))
                .with((now, after) -> AnswerResponse.of(message.clientId(), question, now.state().wire(),
                        after.stream().filter(ConversationStream::isReply).findFirst().orElse(null)));
    }

    private static boolean isReply(Message message) {
        return message.author() == Author.BOT || message.author() == Author.AGENT;
    }

    /** Subscribes before storing, so that nothing is missed. {@code position} is a resuming reader's. */
    public Multi<FollowerStep> steps(TenantId tenant, UUID conversation, VisitorMessage message,
            StreamPosition position) {
        return new ReaderPace(config.mostUnread(), config.mostUnreadCharacters(), hangUp()).of(out -> {
            QuestionFollower question = new QuestionFollower(out::step, out::complete, PATIENCE.toNanos(),
                    System.nanoTime());
            Following following = feed.follow(tenant, conversation,
                    event -> question.happened(event, System.nanoTime()));
            long timer = vertx.setPeriodic(config.heartbeat().toMillis(), tick -> question.beat(System.nanoTime()));
            out.whenOver(() -> {
                vertx.cancelTimer(timer);
                following.close();
            });
            turns.say(tenant, conversation, message)
                    .chain(recorded -> catchup(tenant, conversation, recorded, position)
                            .invoke(now -> question.recorded(recorded, now.missed(), now.mayBeAnswered(),
                                    System.nanoTime())))
                    .subscribe().with(told -> {}, out::fail);
        });
    }

    /** The connection in HTTP/1.1, the stream in HTTP/2. */
    private Runnable hangUp() {
        RoutingContext exchange = request.getCurrent();
        return exchange == null ? () -> {} : () -> exchange.response().reset();
    }

    /** Stored events of the question, and if more will follow. */
    private record Catchup(List<ConversationEvent> missed, boolean mayBeAnswered) {}

    private Uni<Catchup> catchup(TenantId tenant, UUID conversation, Recorded recorded, StreamPosition position) {
        return recorded.duplicate()
                ? answers.isRunning(tenant, conversation)
                        .chain(running -> missed(tenant, conversation, recorded.message().seq(), position, running))
                : Uni.createFrom().item(new Catchup(List.of(), recorded.withBot()));
    }

    /** Checked before the tables are read: what ends in between is in the tables, and the feed reports it, too. */
    private Uni<Catchup> missed(TenantId tenant, UUID conversation, long question, StreamPosition position,
            boolean running) {
        return conversations.messagesSince(tenant, conversation, position.since(question), PAGE)
                .chain(messages -> {
                    List<ConversationEvent> missed = new ArrayList<>();
                    messages.forEach(message -> missed.add(new MessageStored(tenant, conversation, message)));
                    return running || !position.resumed() || position.ended()
                            ? Uni.createFrom().item(new Catchup(missed, running))
                            : answers.ended(tenant, conversation, question).map(end -> {
                                if (end != null) {
                                    missed.add(end);
                                }
                                return new Catchup(missed, false);
                            });
                });
    }
}
