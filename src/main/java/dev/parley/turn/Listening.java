package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.Source;
import dev.parley.grounding.Fact;
import dev.parley.grounding.GroundedStream;
import dev.parley.lane.Moderator;
import dev.parley.model.ChatEvent;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.prompt.FirstLine;
import dev.parley.prompt.StructuredEnd;
import dev.parley.turn.State.Asking;
import dev.parley.turn.State.JudgingAnswer;
import dev.parley.turn.plan.Plan.Say;
import org.jspecify.annotations.Nullable;

/** Moves of {@link Answering} during the model's call. */
final class Listening {
    /** Retries an interrupted stream once, then shows it as interrupted. */
    private static final int FRESH_STARTS_AFTER_TEXT = 1;
    private static final int LONGEST_QUESTION = 300;
    /** In characters, for servers that ignore `max_tokens`. */
    private static final int LONGEST_ANSWER = 32_000;

    private static final ChatEvent.Finished CUT = new ChatEvent.Finished(FinishReason.LENGTH, null, "", false,
            List.of());

    private final Ending ending;
    private final EarlierAttempts before;
    private final boolean checksFacts;

    Listening(Ending ending, EarlierAttempts before, boolean checksFacts) {
        this.ending = ending;
        this.before = before;
        this.checksFacts = checksFacts;
    }

    interface Further {
        Step act(Asking asking, List<ToolCall> calls);

        Step end(Asking asking, StructuredEnd end);
    }

    Step hear(Asking asking, ChatEvent said, Further further) {
        return switch (said) {
            case ChatEvent.Started begun -> Step.stay(asking.with(asking.work().note(evidence -> evidence
                    .answeredBy(begun.model(), begun.upstreamRequestId(), begun.attempts()))));
            case ChatEvent.Delta(String piece) when asking.written().length() + piece.length() > LONGEST_ANSWER ->
                cut(asking, piece, further);
            case ChatEvent.Delta(String piece) -> read(asking.plus(piece), asking.firstLine().accept(piece), further);
            case ChatEvent.Finished finished -> end(asking, finished, further);
        };
    }

    /** Like the model's own limit. */
    private Step cut(Asking asking, String piece, Further further) {
        String head = head(piece, LONGEST_ANSWER - asking.written().length());
        Step read = head.isEmpty()
                ? Step.stay(asking)
                : read(asking.plus(head), asking.firstLine().accept(head), further);
        if (!(read.state() instanceof Asking heard)) {
            return read;
        }
        Step ended = end(heard, CUT, further);
        Step over = ended.state() instanceof Asking silent
                ? ending.fallBack(silent.work(), silent.ask(), "empty").after(Ending.closing(silent))
                : ended.after(new Effect.HangUp());
        return over.after(read.effects());
    }

    /** Does not split a surrogate pair. */
    private static String head(String text, int max) {
        int end = max > 0 && Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return text.substring(0, end);
    }

    private Step end(Asking asking, ChatEvent.Finished finished, Further further) {
        return isToBeChecked(asking)
                ? Step.to(new JudgingAnswer(asking, finished),
                        new Effect.Judge(asking.ask().question(), asking.written().toString()))
                : finish(asking, finished, further);
    }

    private static boolean isToBeChecked(Asking asking) {
        return asking.ask().question().call().shop().models().moderationOrOff().out()
                && !asking.written().isEmpty();
    }

    private Step read(Asking asking, FirstLine.Step line, Further further) {
        return line.end() == null
                ? grow(asking.with(line.next()), line.shown())
                : further.end(asking.with(line.next()), line.end());
    }

    /** Without entries and results the model can only ask back, which is decided at the end. */
    private Step grow(Asking asking, String piece) {
        return piece.isEmpty() || isGroundless(asking)
                ? Step.stay(asking)
                : show(asking, checked(asking, piece));
    }

    private GroundedStream.Step checked(Asking asking, String piece) {
        return checksFacts
                ? asking.grounded().accept(piece)
                : new GroundedStream.Step(asking.grounded(), piece, null);
    }

    private GroundedStream.Step checkedToTheEnd(Asking asking) {
        return checksFacts ? asking.grounded().end() : new GroundedStream.Step(asking.grounded(), "", null);
    }

    /** Shows text with a source; anything else ends the attempt. */
    private Step show(Asking asking, GroundedStream.Step step) {
        if (step.invented() != null) {
            return invented(asking, step.invented());
        }
        Asking grown = asking.with(step.next());
        return step.shown().isEmpty()
                ? Step.stay(grown)
                : Step.to(grown.with(grown.work().plus(step.shown())), new Effect.Show(step.shown()));
    }

    /** Retries once with a warning, then falls back to the entry's own words. */
    private Step invented(Asking asking, Fact fact) {
        EarlierAttempts now = before.andInvented(fact.text());
        Work work = asking.work().note(evidence -> evidence.inventing(now.invented()));
        Step next = before.invented().isEmpty()
                ? Ending.restart(List.of(), now)
                : ending.replace(work, asking.ask(), "invented");
        return next.after(new Effect.CountInvented(fact.kind().name().toLowerCase(Locale.ROOT)))
                .after(Ending.closing(asking.with(asking.progress().givenUp("invented"))));
    }

    /** Stopped by the visitor: keeps the text that has a source. */
    Step stop(Asking asking) {
        GroundedStream.Step rest = checkedToTheEnd(asking);
        boolean showable = rest.invented() == null && !isGroundless(asking) && !rest.shown().isEmpty();
        Work work = showable ? asking.work().plus(rest.shown()) : asking.work();
        Step stored = ending.stop(asking, work);
        return showable ? stored.after(new Effect.Show(rest.shown())) : stored;
    }

    private static boolean isGroundless(Asking asking) {
        return asking.ask().groundless() && asking.work().actions().done().isEmpty();
    }

    Step judged(JudgingAnswer judging, Moderator.ModerationVerdict verdict, Further further) {
        return verdict == Moderator.ModerationVerdict.PASSED
                ? finish(judging.asked(), judging.finished(), further)
                : ending.flagged(judging, judging.asked().ask());
    }

    private Step finish(Asking asking, ChatEvent.Finished finished, Further further) {
        if (finished.reason() == FinishReason.CONTENT_FILTER) {
            return ending.flagged(asking, asking.ask());
        }
        if (!finished.calls().isEmpty()) {
            StructuredEnd end = endIn(finished.calls());
            return end == null ? further.act(asking, finished.calls()) : further.end(asking, end);
        }
        FirstLine.Step line = asking.firstLine().end();
        return line.end() == null
                ? finishInWords(asking, line.shown(), finishOf(finished.reason()))
                : further.end(asking.with(line.next()), line.end());
    }

    private static @Nullable StructuredEnd endIn(List<ToolCall> calls) {
        for (ToolCall call : calls) {
            StructuredEnd end = StructuredEnd.ofCall(call.name(), call.arguments());
            if (end != null) {
                return end;
            }
        }
        return null;
    }

    private Step finishInWords(Asking asking, String rest, Finish finish) {
        String last = isGroundless(asking) ? questionIn(asking.written().toString()) : rest;
        Step read = show(asking, checked(asking, last));
        if (!(read.state() instanceof Asking heard)) {
            return read;
        }
        Step whole = show(heard, checkedToTheEnd(heard));
        if (!(whole.state() instanceof Asking done)) {
            return whole.after(read.effects());
        }
        if (done.work().isSilent()) {
            return Step.stay(done);
        }
        return ending.store(done, done.work().citing(cited(done)), finish).after(whole.effects()).after(read.effects());
    }

    /** The cited entries; a weak entry is a source only if cited. */
    private static List<Source> cited(Asking asking) {
        List<Source> given = asking.work().sources();
        SortedSet<Integer> cited = asking.grounded().cited();
        if (cited.isEmpty()) {
            return asking.ask().otherwise().sources().isEmpty() ? List.of() : given;
        }
        return given.subList(0, Math.min(given.size(), cited.last()));
    }

    private static String questionIn(String written) {
        String text = written.strip();
        return text.length() <= LONGEST_QUESTION && text.matches("(?s).*[?？؟]") ? text : "";
    }

    private static Finish finishOf(FinishReason reason) {
        return switch (reason) {
            case STOP -> Finish.STOP;
            case LENGTH -> Finish.LENGTH;
            case CONTENT_FILTER -> Finish.CONTENT_FILTER;
        };
    }

    Step failed(Asking asking, Event.ModelFailed failure) {
        ModelErrorKind kind = failure.kind();
        Asking broken = asking.with(asking.progress().failed(kind, failure.attempts(), failure.counted()))
                .with(asking.work().note(evidence -> evidence.failed(kind.code(), failure.attempts())));
        List<Effect> over = new ArrayList<>(Ending.closing(broken));
        over.add(new Effect.CountFallback(kind.code()));
        Work work = broken.work();
        if (work.isSilent()) {
            Say instead = kind == ModelErrorKind.REFUSED_BY_POLICY
                    ? ending.orOutcome(work, asking.ask().refusal())
                    : ending.instead(work, asking.ask().otherwise());
            return ending.say(work, instead).after(over);
        }
        return before.broken() < FRESH_STARTS_AFTER_TEXT
                ? Ending.restart(over, before.andBroken())
                : ending.storeAs(work, Finish.INTERRUPTED, work.text().toString()).after(over);
    }
}
