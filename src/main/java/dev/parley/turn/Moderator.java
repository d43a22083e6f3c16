package dev.parley.turn;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.ModelException;
import dev.parley.spend.Call;
import dev.parley.spend.Outcome;
import dev.parley.spend.Purpose;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import dev.parley.spend.Spend;
import dev.parley.spend.Tokens;
import dev.parley.tenant.ModerationSettings;
import dev.parley.turn.Plan.Ask;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Has texts checked for harm where a shop wants that, and books each check. */
@ApplicationScoped
class Moderator {
    private static final Logger LOG = Logger.getLogger(Moderator.class);

    enum Verdict {
        PASSED, FLAGGED,
        /** Nobody could say, and the shop does not want to go on unchecked. */
        UNCHECKED
    }

    private final ChatModel model;
    private final Spend spend;

    Moderator(ChatModel model, Spend spend) {
        this.model = model;
        this.spend = spend;
    }

    static ModerationSettings settings(Ask ask) {
        return ask.call().tenant().models().moderationOrOff();
    }

    /** Never fails. */
    Uni<Verdict> judge(Ask ask, String text) {
        Call asked = ask.call();
        Call check = new Call(asked.tenant(), asked.conversation(), asked.answer(), asked.attempt(), Purpose.MODERATION,
                List.of(model.moderationModel()), 0, 0);
        return spend.reserve(check)
                .chain(reserving -> reserving instanceof Reserving.Granted(Reservation held)
                        ? judge(ask, text, held)
                        : Uni.createFrom().item(unchecked(ask, reserving.getClass().getSimpleName())))
                .onFailure().recoverWithItem(failure -> unchecked(ask, String.valueOf(failure)));
    }

    private Uni<Verdict> judge(Ask ask, String text, Reservation held) {
        long askedAt = System.nanoTime();
        return model.flags(ask.lanes(), text, ask.request().requestId())
                .map(flagged -> flagged ? Verdict.FLAGGED : Verdict.PASSED)
                .invoke(verdict -> settle(held, verdict.name().toLowerCase(java.util.Locale.ROOT), askedAt))
                .onFailure(ModelException.class).recoverWithItem(failure -> {
                    String code = failure.kind().code();
                    settle(held, code, askedAt);
                    return unchecked(ask, code);
                });
    }

    private void settle(Reservation held, String code, long askedAt) {
        spend.settle(held, new Outcome(code, null, null, 1, Tokens.NONE, false,
                (System.nanoTime() - askedAt) / 1_000_000));
    }

    private static Verdict unchecked(Ask ask, String why) {
        LOG.warnf("tenant=%s turn=%s moderation is not to be had: %s", ask.call().tenant().id(), ask.call().answer(),
                why);
        return settings(ask).passWhenDown() ? Verdict.PASSED : Verdict.UNCHECKED;
    }
}
