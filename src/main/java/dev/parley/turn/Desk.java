package dev.parley.turn;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Answers;
import dev.parley.conversation.ConversationEvent.AnswerBegan;
import dev.parley.conversation.ConversationEvent.AnswerEnded;
import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.Finish;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.RunningAnswer;
import dev.parley.model.ChatModel;
import dev.parley.platform.Statements;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Spend;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Where the answers of this replica are written: what they are written with, and which are under way. */
@ApplicationScoped
class Desk {
    private static final Duration STORING_GIVES_UP = Duration.ofSeconds(20);
    /** Two lapsed leases later the visitor has waited for some 20 of the 30 s after which there must be a word. */
    private static final int MOST_ATTEMPTS = 3;

    private static final Logger LOG = Logger.getLogger(Desk.class);

    private final Planner planner;
    private final ChatModel model;
    private final ShopLanes lanes;
    private final Moderator moderator;
    private final Answers answers;
    private final ConversationEvents events;
    private final TurnConfig config;
    private final TurnMetrics metrics;
    private final Spend spend;
    private final Workbench workbench;
    private final TokenCounter tokens;
    private final ObjectMapper json;
    private final Vertx vertx;
    private final Map<UUID, AnswerRun> running = new ConcurrentHashMap<>();

    Desk(Planner planner, ChatModel model, ShopLanes lanes, Moderator moderator, Answers answers,
            ConversationEvents events,
            TurnConfig config,
            TurnMetrics metrics, Spend spend, Workbench workbench, TokenCounter tokens, ObjectMapper json,
            Vertx vertx) {
        this.planner = planner;
        this.model = model;
        this.lanes = lanes;
        this.moderator = moderator;
        this.answers = answers;
        this.events = events;
        this.config = config;
        this.metrics = metrics;
        this.spend = spend;
        this.workbench = workbench;
        this.tokens = tokens;
        this.json = json;
        this.vertx = vertx;
    }

    AnswerRun begin(RunningAnswer answer, int brokenBefore) {
        AnswerRun run = new AnswerRun(answer, brokenBefore, this);
        AnswerRun former = running.put(answer.conversation(), run);
        if (former != null) {
            former.abandon();
        }
        run.begin(over -> running.remove(answer.conversation(), over));
        return run;
    }

    Optional<AnswerRun> in(UUID conversation) {
        return Optional.ofNullable(running.get(conversation));
    }

    void abandonAll() {
        running.values().forEach(AnswerRun::abandon);
    }

    /** Whether it has been tried in vain so often that an apology is better than another try. */
    boolean givesUp(RunningAnswer answer) {
        return answer.attempt() >= MOST_ATTEMPTS;
    }

    /**
     * A passing fault of the database must not cost the visitor an answer that is already on the screen. What the database will never take
     * gives way to an apology, in the language of what was written.
     */
    Uni<Replied> reply(RunningAnswer answer, Reply reply) {
        return stored(() -> answers.reply(answer, reply)).onFailure(Statements::unstorable).recoverWithUni(failure -> {
            LOG.errorf(failure, "turn=%s cannot be stored as it is; the visitor gets an apology", answer.id());
            String apology = Phrases.apology(Language.of(reply.text(), null));
            return stored(() -> answers.reply(answer, new Reply(apology, reply.botName(), Finish.INTERRUPTED,
                    List.of(), toJson(Evidence.of(List.of())))));
        });
    }

    /** Where a supervisor wants to see it first. */
    Uni<Replied> hold(RunningAnswer answer, Reply reply) {
        return stored(() -> answers.hold(answer, reply));
    }

    private static Uni<Replied> stored(Supplier<Uni<Replied>> storing) {
        return Uni.createFrom().deferred(storing::get)
                .onFailure(failure -> !Statements.unstorable(failure)).retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(2))
                .expireIn(STORING_GIVES_UP.toMillis());
    }

    void tellBegun(RunningAnswer answer) {
        events.tell(new AnswerBegan(answer.tenant(), answer.conversation(), answer.id(), answer.attempt(),
                answer.epoch()));
    }

    void tellWithdrawn(RunningAnswer answer) {
        events.tell(new AnswerEnded(answer.tenant(), answer.conversation(), answer.id(), answer.attempt(), 0,
                Finish.WITHDRAWN, answer.questionSeq()));
    }

    Planner planner() {
        return planner;
    }

    ChatModel model() {
        return model;
    }

    ShopLanes lanes() {
        return lanes;
    }

    Moderator moderator() {
        return moderator;
    }

    Answers answers() {
        return answers;
    }

    ConversationEvents events() {
        return events;
    }

    TurnConfig config() {
        return config;
    }

    TurnMetrics metrics() {
        return metrics;
    }

    Spend spend() {
        return spend;
    }

    Workbench workbench() {
        return workbench;
    }

    TokenCounter tokens() {
        return tokens;
    }

    Vertx vertx() {
        return vertx;
    }

    String toJson(Evidence evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
