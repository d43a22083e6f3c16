package dev.parley.lane;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import dev.parley.lane.Completion.Trouble;
import dev.parley.model.ChatEvent;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

/** A call for a whole text: moderated, paid and completed. On one Vert.x context. */
final class WholeCall {
    /** In characters, for servers that ignore `max_tokens`. */
    private static final int LONGEST = 32_000;

    private final PaidCalls calls;
    private final Moderator moderator;
    private final ModelQuestion question;
    private final Duration patience;
    private final Duration limit;
    private final BooleanSupplier wanted;
    private final StringBuilder text = new StringBuilder();
    private CallProgress progress = CallProgress.BEGUN;
    private FinishReason reason = FinishReason.STOP;
    private boolean broken;

    WholeCall(PaidCalls calls, Moderator moderator, ModelQuestion question, Duration patience, Duration limit,
            BooleanSupplier wanted) {
        this.calls = calls;
        this.moderator = moderator;
        this.question = question;
        this.patience = patience;
        this.limit = limit;
        this.wanted = wanted;
    }

    Uni<Completion> begin(String spoken) {
        return moderator.wants(question).in()
                ? moderator.judge(question, spoken).chain(this::goOn)
                : reserve();
    }

    private Uni<Completion> goOn(Moderator.ModerationVerdict verdict) {
        return switch (verdict) {
            case PASSED -> reserve();
            case FLAGGED -> Uni.createFrom().item(Completion.none(Trouble.FLAGGED, "content_filter"));
            case UNCHECKED -> Uni.createFrom().item(Completion.none(Trouble.UNAFFORDABLE, Moderator.UNCHECKED_CODE));
        };
    }

    private Uni<Completion> reserve() {
        return calls.reserve(question.call()).chain(reserving -> switch (reserving) {
            case Reserving.Granted(Reservation held) -> wanted.getAsBoolean() ? ask(held) : giveBack(held);
            case Reserving.Exhausted(var limit) -> unaffordable(limit.code());
            case Reserving.Unpriced unpriced -> unaffordable("no_price");
        }).onFailure().recoverWithItem(() -> Completion.none(Trouble.UNAFFORDABLE, "ledger_unavailable"));
    }

    private Uni<Completion> giveBack(Reservation held) {
        calls.giveBack(held);
        return Uni.createFrom().item(Completion.none(Trouble.UNAFFORDABLE, "cancelled"));
    }

    private static Uni<Completion> unaffordable(String code) {
        return Uni.createFrom().item(Completion.none(Trouble.UNAFFORDABLE, code));
    }

    private Uni<Completion> ask(Reservation held) {
        long askedAt = System.nanoTime();
        return calls.ask(question).ifNoItem().after(patience).fail()
                .onItem().invoke(this::hear)
                .select().first(event -> text.length() <= LONGEST)
                .onItem().ignoreAsUni()
                .ifNoItem().after(limit).fail()
                .onFailure().invoke(this::noteFailure)
                .onItemOrFailure().transform((done, failure) -> settle(held, askedAt))
                .chain(this::check);
    }

    private void hear(ChatEvent event) {
        progress = progress.heard(event);
        switch (event) {
            case ChatEvent.Delta delta -> text.append(delta.text());
            case ChatEvent.Finished finished -> reason = finished.reason();
            case ChatEvent.Started started -> {
                // Already recorded.
            }
        }
    }

    private void noteFailure(Throwable failure) {
        broken = true;
        if (failure instanceof TimeoutException) {
            progress = progress.givenUp("no_text_in_time");
        } else if (failure instanceof ModelException known) {
            progress = progress.failed(known.kind(), known.attempts(), known.usage());
        } else {
            progress = progress.failed(ModelErrorKind.CONNECTION, 0, null);
        }
    }

    private Completion settle(Reservation held, long askedAt) {
        CallCost cost = calls.settle(held, progress, text.toString(), (System.nanoTime() - askedAt) / 1_000_000);
        String model = progress.started() == null ? null : progress.started().model();
        if (broken) {
            return new Completion("", reason, Trouble.FAILED, progress.code(), model, cost);
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            return new Completion("", reason, Trouble.FLAGGED, "content_filter", model, cost);
        }
        return text.isEmpty()
                ? new Completion("", reason, Trouble.FAILED, "empty", model, cost)
                : new Completion(text.toString(), reason, null, "", model, cost);
    }

    private Uni<Completion> check(Completion heard) {
        if (heard.failed() || !moderator.wants(question).out()) {
            return Uni.createFrom().item(heard);
        }
        return moderator.judge(question, heard.text()).map(verdict -> verdict == Moderator.ModerationVerdict.PASSED
                ? heard
                : new Completion("", heard.reason(), Trouble.FLAGGED, "content_filter", heard.model(), heard.cost()));
    }
}
