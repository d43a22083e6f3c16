package dev.parley.lane;

import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.ChatModel;
import dev.parley.model.ModelException;
import dev.parley.spend.Call;
import dev.parley.spend.CallOutcome;
import dev.parley.spend.Purpose;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import dev.parley.spend.Spend;
import dev.parley.spend.Tokens;
import dev.parley.tenant.ModerationSettings;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Moderates texts for shops that want it, and books each check. */
@ApplicationScoped
public class Moderator {
    private static final Logger LOG = Logger.getLogger(Moderator.class);

    /** Code if the text could not be checked. */
    public static final String UNCHECKED_CODE = "moderation_unavailable";

    public enum ModerationVerdict {
        PASSED,
        FLAGGED,
        /** The text could not be checked, and the shop does not want to continue unchecked. */
        UNCHECKED
    }

    private final ChatModel model;
    private final Spend spend;

    Moderator(ChatModel model, Spend spend) {
        this.model = model;
        this.spend = spend;
    }

    public ModerationSettings wants(ModelQuestion question) {
        return settings(question);
    }

    private static ModerationSettings settings(ModelQuestion question) {
        return question.call().shop().models().moderationOrOff();
    }

    /** Never fails. */
    public Uni<ModerationVerdict> judge(ModelQuestion question, String text) {
        Call asked = question.call();
        Call check = new Call(asked.shop(), asked.conversation(), asked.answer(), asked.attempt(), Purpose.MODERATION,
                List.of(model.moderationModel()), 0, 0);
        return spend.reserve(check)
                .chain(reserving -> reserving instanceof Reserving.Granted(Reservation held)
                        ? judge(question, text, held)
                        : Uni.createFrom().item(unchecked(question, reserving.getClass().getSimpleName())))
                .onFailure().recoverWithItem(failure -> unchecked(question, String.valueOf(failure)));
    }

    private Uni<ModerationVerdict> judge(ModelQuestion question, String text, Reservation held) {
        long askedAt = System.nanoTime();
        return model.flags(question.lanes(), text, question.request().requestId())
                .map(flagged -> flagged ? ModerationVerdict.FLAGGED : ModerationVerdict.PASSED)
                .invoke(verdict -> settle(held, verdict.name().toLowerCase(Locale.ROOT), askedAt))
                .onFailure(ModelException.class).recoverWithItem(failure -> {
                    String code = failure.kind().code();
                    settle(held, code, askedAt);
                    return unchecked(question, code);
                });
    }

    private void settle(Reservation held, String code, long askedAt) {
        spend.settle(held, new CallOutcome(code, null, null, 1, Tokens.NONE, false,
                (System.nanoTime() - askedAt) / 1_000_000));
    }

    private static ModerationVerdict unchecked(ModelQuestion question, String why) {
        LOG.warnf("tenant=%s turn=%s moderation is unavailable: %s", question.call().shop().id(),
                question.call().answer(),
                why);
        return settings(question).passWhenDown() ? ModerationVerdict.PASSED : ModerationVerdict.UNCHECKED;
    }
}
