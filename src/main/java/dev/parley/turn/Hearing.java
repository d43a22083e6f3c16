package dev.parley.turn;

import dev.parley.conversation.Finish;
import dev.parley.model.ChatEvent;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.platform.OwnContext;
import dev.parley.turn.Plan.Ask;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import org.jspecify.annotations.Nullable;

/** Hears a model out for somebody of the shop's people, who waits for the whole of it; nothing of it is stored. On one context. */
final class Hearing implements Asking.Listener {
    /** Why there is nothing to be heard. */
    enum Trouble {
        /** Nobody was asked, for the reason that the code tells. */
        UNAFFORDABLE,
        /** What was asked or written is not fit to be shown. */
        FLAGGED, FAILED
    }

    /**
     * What was heard.
     *
     * @param trouble null when all went well; the code says more
     */
    record Heard(String text, Finish finish, Evidence evidence, @Nullable Trouble trouble, String code) {}

    private final Desk desk;
    private final Context context;
    private final UniEmitter<? super Heard> out;
    private final Asking asking;
    private final Stopwatch stopwatch = new Stopwatch();
    private final StringBuilder text = new StringBuilder();
    private Evidence evidence;
    private long timer = -1;
    private boolean over;

    private Hearing(Desk desk, Ask ask, UniEmitter<? super Heard> out) {
        this.desk = desk;
        this.context = OwnContext.on(desk.vertx());
        this.out = out;
        this.evidence = ask.evidence();
        this.asking = new Asking(desk, this);
    }

    /** Begins when subscribed to. It is heard to its end, whoever has gone: the money is set aside already. */
    static Uni<Heard> of(Desk desk, Ask ask) {
        return Uni.createFrom().emitter(out -> new Hearing(desk, ask, out).begin(ask));
    }

    private void begin(Ask ask) {
        context.runOnContext(ignored -> {
            timer = desk.vertx().setTimer(desk.config().firstTextWithin().toMillis(),
                    late -> context.runOnContext(now -> tooSlow()));
            asking.begin(ask);
        });
    }

    private void tooSlow() {
        if (text.isEmpty()) {
            asking.giveUp("no_text_in_time");
            end(Finish.INTERRUPTED, Trouble.FAILED, "no_text_in_time");
        }
    }

    @Override
    public void asked(Ask ask) {
        evidence = ask.evidence();
    }

    @Override
    public void heard(Ask ask, ChatEvent event) {
        switch (event) {
            case ChatEvent.Started started ->
                evidence = evidence.answeredBy(started.model(), started.upstreamRequestId(), started.attempts());
            case ChatEvent.Delta delta -> {
                if (text.isEmpty()) {
                    stopwatch.firstText();
                }
                text.append(delta.text());
            }
            case ChatEvent.Finished finished -> {
                if (finished.reason() == FinishReason.CONTENT_FILTER) {
                    flagged(ask);
                } else if (!text.isEmpty()) {
                    end(Asking.finish(finished.reason()), null, "");
                }
            }
        }
    }

    @Override
    public void heardOut(Ask ask) {
        end(Finish.INTERRUPTED, Trouble.FAILED, "empty");
    }

    @Override
    public void flagged(Ask ask) {
        end(Finish.CONTENT_FILTER, Trouble.FLAGGED, "content_filter");
    }

    @Override
    public void failed(Ask ask, ModelErrorKind kind, int attempts) {
        evidence = evidence.failed(kind.code(), attempts);
        end(Finish.INTERRUPTED, Trouble.FAILED, kind.code());
    }

    @Override
    public void unaffordable(Ask ask, String reason) {
        evidence = evidence.failed(reason, 0);
        end(Finish.INTERRUPTED, Trouble.UNAFFORDABLE, reason);
    }

    private void end(Finish finish, @Nullable Trouble trouble, String code) {
        if (over) {
            return;
        }
        over = true;
        desk.vertx().cancelTimer(timer);
        Bill bill = asking.close(text.toString());
        Evidence known = stopwatch.readInto(bill == null ? evidence : evidence.paid(bill));
        out.complete(new Heard(text.toString(), finish, known, trouble, code));
    }
}
