package dev.parley.turn;

import java.util.List;

import dev.parley.conversation.Finish;
import dev.parley.model.ChatEvent;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.turn.Plan.Ask;
import dev.parley.turn.Plan.Say;

/** What the model's words, actions and failures mean for the answer that is being written. On its answer's context. */
final class ModelVoice implements Asking.Listener {
    /** A stream that broke off is tried once more; what breaks twice is shown as broken. */
    private static final int FRESH_STARTS_AFTER_TEXT = 1;

    private final AnswerRun run;
    private final int brokenBefore;
    private final Desk desk;
    private final Till till;
    private final Acting acting;

    ModelVoice(AnswerRun run, int brokenBefore, Desk desk, Till till, Acting acting) {
        this.run = run;
        this.brokenBefore = brokenBefore;
        this.desk = desk;
        this.till = till;
        this.acting = acting;
    }

    @Override
    public void asked(Ask ask) {
        run.cite(ask.sources());
        run.note(evidence -> acting.noteIn(ask.evidence()));
    }

    @Override
    public void unaffordable(Ask ask, String reason) {
        till.spared(ask.call(), reason);
        run.note(evidence -> evidence.failed(reason, 0));
        fallBack(reason, ask.otherwise());
    }

    @Override
    public void heard(Ask ask, ChatEvent event) {
        if (!run.isOpen()) {
            return;
        }
        switch (event) {
            case ChatEvent.Started started -> run.note(evidence -> evidence.answeredBy(started.model(),
                    started.upstreamRequestId(), started.attempts()));
            case ChatEvent.Delta delta -> run.grow(acting.shown(ask, delta.text()));
            case ChatEvent.Finished finished -> finished(ask, finished);
        }
    }

    private void finished(Ask ask, ChatEvent.Finished finished) {
        if (finished.reason() == FinishReason.CONTENT_FILTER) {
            flagged(ask);
        } else if (!finished.calls().isEmpty()) {
            run.act(ask, finished.calls(), false);
        } else {
            run.grow(acting.question());
            if (!run.text().isEmpty()) {
                run.settle(Asking.finish(finished.reason()), run.text());
            }
        }
    }

    /** What a filter has flagged, perhaps after it was shown, does not stay: the message's text takes its place on screen. */
    @Override
    public void flagged(Ask ask) {
        run.cite(List.of());
        run.settle(Finish.CONTENT_FILTER, ask.refusal().text());
    }

    /** A stream that ended without a word that can be shown; some end so for a null content. */
    @Override
    public void heardOut(Ask ask) {
        if (run.isOpen()) {
            run.pay();
            fallBack("empty", ask.otherwise());
        }
    }

    void tooSlow(Ask ask) {
        till.giveUp("no_text_in_time");
        run.pay();
        run.note(evidence -> evidence.failed("no_text_in_time", 0));
        fallBack("no_text_in_time", ask.otherwise());
    }

    void fallBack(String reason, Say say) {
        desk.metrics().fellBack(reason);
        run.say(acting.instead(say));
    }

    @Override
    public void failed(Ask ask, ModelErrorKind kind, int attempts) {
        if (!run.isOpen()) {
            return;
        }
        run.pay();
        run.note(evidence -> evidence.failed(kind.code(), attempts));
        desk.metrics().fellBack(kind.code());
        if (run.text().isEmpty()) {
            run.say(kind == ModelErrorKind.REFUSED_BY_POLICY ? ask.refusal() : acting.instead(ask.otherwise()));
        } else if (brokenBefore < FRESH_STARTS_AFTER_TEXT) {
            run.startAfresh(brokenBefore + 1);
        } else {
            run.settle(Finish.INTERRUPTED, run.text());
        }
    }
}
