package dev.parley.lane;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatEvent;
import dev.parley.model.ChatModel;
import dev.parley.platform.database.OwnContext;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Call;
import dev.parley.spend.CallOutcome;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import dev.parley.spend.Spend;
import dev.parley.spend.Tokens;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Calls models within the budget: reserves money first, then settles in every case. */
@ApplicationScoped
public class PaidCalls {
    private static final Logger LOG = Logger.getLogger(PaidCalls.class);

    private final ChatModel model;
    private final Spend spend;
    private final Moderator moderator;
    private final TokenCounter tokens;
    private final Vertx vertx;

    PaidCalls(ChatModel model, Spend spend, Moderator moderator, TokenCounter tokens, Vertx vertx) {
        this.model = model;
        this.spend = spend;
        this.moderator = moderator;
        this.tokens = tokens;
        this.vertx = vertx;
    }

    /** Never cancel it midway: money reserved meanwhile must be returned. */
    public Uni<Reserving> reserve(Call call) {
        return spend.reserve(call)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "turn=%s no money could be set aside, so no model is asked",
                        call.answer()));
    }

    public Multi<ChatEvent> ask(ModelQuestion question) {
        return model.answer(question.lanes(), question.request());
    }

    /** {@code written}: all that the model wrote, shown or not. */
    public CallCost settle(Reservation reservation, CallProgress progress, String written, long millis) {
        CallOutcome outcome = progress.outcome(reservation.call(), written, millis, tokens);
        return new CallCost(spend.settle(reservation, outcome), outcome.tokens(), outcome.estimated());
    }

    /** For a call that was never made. */
    public void giveBack(Reservation reservation) {
        spend.settle(reservation, new CallOutcome("cancelled", null, null, 0, Tokens.NONE, false, 0));
    }

    /**
     * Requests a whole text. Completes even if the caller cancels, since money is reserved. Never fails; see
     * {@link Completion}.
     *
     * @param spoken text to moderate, if the shop wants that
     * @param patience to the first text and between texts
     * @param limit for the whole call
     */
    public Uni<Completion> complete(ModelQuestion question, String spoken, Duration patience, Duration limit) {
        return complete(question, spoken, patience, limit, () -> true);
    }

    /** Returns the money without a call if nobody wants the result by then. {@code wanted} runs on any thread. */
    public Uni<Completion> complete(ModelQuestion question, String spoken, Duration patience, Duration limit,
            BooleanSupplier wanted) {
        return Uni.createFrom().emitter(out -> OwnContext.on(vertx).runOnContext(
                ignored -> new WholeCall(this, moderator, question, patience, limit, wanted).begin(spoken)
                        .subscribe().with(out::complete, out::fail)));
    }
}
