package dev.parley.turn;

import java.util.Locale;

import dev.parley.conversation.Finish;
import dev.parley.model.ChatEvent;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.model.Usage;
import dev.parley.spend.Outcome;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import dev.parley.spend.Tokens;
import dev.parley.turn.Plan.Ask;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One question to the model and its money: set aside first, by asking more cheaply if need be, and settled whatever comes of it. It lives
 * on its answer's context. No transaction is open while the model is asked.
 */
final class Asking {
    interface Listener {
        /** The money is there; what follows is heard of this. */
        void asked(Ask ask);

        void heard(Ask ask, ChatEvent event);

        void heardOut(Ask ask);

        /** What was asked or written is not fit to be shown. */
        void flagged(Ask ask);

        void failed(Ask ask, ModelErrorKind kind, int attempts);

        /** No model may be asked, for this reason. */
        void unaffordable(Ask ask, String reason);
    }

    /** Nobody could say whether the question is fit for the model. */
    static final String UNMODERATED = "moderation_unavailable";
    private static final Logger LOG = Logger.getLogger(Asking.class);

    private final Desk desk;
    private final Listener listener;

    private Cancellable work = () -> {};
    private @Nullable Ask asked;
    private @Nullable Reservation reservation;
    private long askedAt;
    private String code = "cancelled";
    private ChatEvent.@Nullable Started started;
    private @Nullable Usage usage;
    private int tries = 1;
    private boolean billed = true;
    /** Kept only where it will be checked. */
    private final StringBuilder written = new StringBuilder();
    private boolean judging;
    private boolean over;

    Asking(Desk desk, Listener listener) {
        this.desk = desk;
        this.listener = listener;
    }

    void begin(Ask ask) {
        if (!Moderator.settings(ask).in()) {
            reserve(ask);
            return;
        }
        desk.moderator().judge(ask, ask.question()).subscribe().with(verdict -> {
            switch (verdict) {
                case PASSED -> reserve(ask);
                case FLAGGED -> tell(() -> listener.flagged(ask));
                case UNCHECKED -> refused(ask, UNMODERATED);
            }
        });
    }

    private void tell(Runnable news) {
        if (!over) {
            news.run();
        }
    }

    /** Never cancelled half-way: money that was set aside meanwhile must be given back. */
    private void reserve(Ask ask) {
        desk.spend().reserve(ask.call()).subscribe().with(reserving -> decided(ask, reserving), failure -> {
            LOG.errorf(failure, "turn=%s no money could be set aside, so no model is asked", ask.call().answer());
            refused(ask, "ledger_unavailable");
        });
    }

    private void decided(Ask ask, Reserving reserving) {
        switch (reserving) {
            case Reserving.Granted(Reservation granted) -> granted(ask, granted);
            case Reserving.Exhausted(var limit) -> ask.cheaper().filter(cheaper -> !over).ifPresentOrElse(this::reserve,
                    () -> refused(ask, limit.code()));
            case Reserving.Unpriced unpriced -> refused(ask, "no_price");
        }
    }

    private void refused(Ask ask, String reason) {
        tell(() -> listener.unaffordable(ask, reason));
    }

    private void granted(Ask ask, Reservation granted) {
        if (over) {
            desk.spend().settle(granted, new Outcome("cancelled", null, null, 0, Tokens.NONE, false, 0));
            return;
        }
        reservation = granted;
        asked = ask;
        askedAt = System.nanoTime();
        listener.asked(ask);
        work = desk.model().answer(ask.lanes(), ask.request()).subscribe().with(event -> hear(ask, event),
                failure -> fail(ask, failure), () -> hearOut(ask));
    }

    private void hear(Ask ask, ChatEvent event) {
        if (over) {
            return;
        }
        switch (event) {
            case ChatEvent.Started begun -> {
                started = begun;
                tries = begun.attempts();
            }
            case ChatEvent.Finished finished -> {
                usage = finished.usage();
                code = finished.reason().name().toLowerCase(Locale.ROOT);
            }
            case ChatEvent.Delta delta -> {
                if (Moderator.settings(ask).out()) {
                    written.append(delta.text());
                }
            }
        }
        if (event instanceof ChatEvent.Finished && !written.isEmpty()) {
            judging = true;
            desk.moderator().judge(ask, written.toString()).subscribe().with(verdict -> tell(() -> {
                if (verdict == Moderator.Verdict.PASSED) {
                    listener.heard(ask, event);
                } else {
                    listener.flagged(ask);
                }
            }));
        } else {
            listener.heard(ask, event);
        }
    }

    private void hearOut(Ask ask) {
        if (!judging) {
            tell(() -> listener.heardOut(ask));
        }
    }

    private void fail(Ask ask, Throwable failure) {
        if (over) {
            return;
        }
        ModelException known = failure instanceof ModelException model ? model : null;
        ModelErrorKind kind = known == null ? ModelErrorKind.CONNECTION : known.kind();
        LOG.warnf(known == null ? failure : null, "tenant=%s conversation=%s turn=%s the model did not answer: %s",
                ask.call().tenant().id(), ask.call().conversation(), ask.call().answer(), kind.code());
        code = kind.code();
        tries = known == null ? 0 : known.attempts();
        billed = mayBeBilled(kind);
        listener.failed(ask, kind, tries);
    }

    /** We stop waiting, for this reason. */
    void giveUp(String reason) {
        code = reason;
        work.cancel();
    }

    /** Ends the call if it is still under way and settles it, once; null when no model was asked. */
    @Nullable
    Bill close(String text) {
        Reservation held = reservation;
        Ask ask = asked;
        over = true;
        work.cancel();
        if (held == null || ask == null) {
            return null;
        }
        reservation = null;
        Tokens tokens = tokens(ask, text);
        boolean estimated = usage == null && !tokens.equals(Tokens.NONE);
        Outcome outcome = new Outcome(code, started == null ? null : started.model(),
                started == null ? null : started.upstreamRequestId(), tries, tokens, estimated,
                (System.nanoTime() - askedAt) / 1_000_000);
        return new Bill(desk.spend().settle(held, outcome), tokens, estimated);
    }

    private Tokens tokens(Ask ask, String text) {
        if (usage != null) {
            return new Tokens(usage.promptTokens(), usage.cachedTokens(), usage.completionTokens());
        }
        if (!billed && text.isEmpty()) {
            return Tokens.NONE;
        }
        return new Tokens(ask.call().inputTokens(), 0, text.isEmpty() ? 0 : desk.tokens().count(text));
    }

    static Finish finish(FinishReason reason) {
        return switch (reason) {
            case STOP -> Finish.STOP;
            case LENGTH -> Finish.LENGTH;
            case CONTENT_FILTER -> Finish.CONTENT_FILTER;
        };
    }

    /** What upstreams refuse costs nothing. Where they may have read the prompt without our seeing an answer, we count it. */
    private static boolean mayBeBilled(ModelErrorKind kind) {
        return switch (kind) {
            case TIMEOUT_FIRST_TOKEN, TIMEOUT_BETWEEN, TIMEOUT_TOTAL, MALFORMED, INTERRUPTED -> true;
            case NOT_CONFIGURED, OUTSIDE_REGION, ADDRESS_REFUSED, RATE_LIMITED, QUOTA, CREDENTIALS, MODEL_NOT_FOUND,
                    CONTEXT_TOO_LONG, REFUSED_BY_POLICY,
                    BAD_REQUEST, TRY_AGAIN, OVERLOADED, SERVER_ERROR, CONNECTION, BREAKER_OPEN, BUSY ->
                false;
        };
    }
}
