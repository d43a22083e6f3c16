package dev.parley.lane;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatEvent;
import dev.parley.model.ChatModel;
import dev.parley.platform.database.OwnContext;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Call;
import dev.parley.spend.Outcome;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import dev.parley.spend.Spend;
import dev.parley.spend.Tokens;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/** Calls to models with the money around them: set aside first, settled whatever comes of it. */
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

    /** Sets the money aside. Never cancel it half-way: what was set aside meanwhile must be given back. */
    public Uni<Reserving> reserve(Call call) {
        return spend.reserve(call)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "turn=%s no money could be set aside, so no model is asked",
                        call.answer()));
    }

    public Multi<ChatEvent> ask(ModelQuestion question) {
        return model.answer(question.lanes(), question.request());
    }

    /**
     * Books what the call came to.
     *
     * @param written all that the model wrote in this call, shown or not
     */
    public CallCost settle(Reservation reservation, CallProgress progress, String written, long millis) {
        Outcome outcome = progress.outcome(reservation.call(), written, millis, tokens);
        return new CallCost(spend.settle(reservation, outcome), outcome.tokens(), outcome.estimated());
    }

    /** For a call that was never made. */
    public void giveBack(Reservation reservation) {
        spend.settle(reservation, new Outcome("cancelled", null, null, 0, Tokens.NONE, false, 0));
    }

    /**
     * Asks for a whole text, for somebody who waits for all of it. It is heard to its end even when the caller has gone: the money is set
     * aside already. Never fails; what went wrong is said.
     *
     * @param spoken what of the question is to be checked for harm, where the shop wants that
     * @param patience between the call and its first piece of text, and between pieces
     * @param limit for the whole call
     */
    public Uni<Completion> complete(ModelQuestion question, String spoken, Duration patience, Duration limit) {
        return complete(question, spoken, patience, limit, () -> true);
    }

    /**
     * As above, unless nobody wants it any more when the money is set aside: then the money is given back and no model is asked.
     *
     * @param wanted asked on any thread
     */
    public Uni<Completion> complete(ModelQuestion question, String spoken, Duration patience, Duration limit,
            BooleanSupplier wanted) {
        return Uni.createFrom().emitter(out -> OwnContext.on(vertx).runOnContext(
                ignored -> new WholeCall(this, moderator, question, patience, limit, wanted).begin(spoken)
                        .subscribe().with(out::complete, out::fail)));
    }
}
