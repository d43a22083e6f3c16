package dev.parley.turn;

import java.util.List;
import java.util.function.Consumer;

import dev.parley.conversation.Finish;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.RunningAnswer;
import dev.parley.conversation.Source;
import dev.parley.model.ChatEvent;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.platform.OwnContext;
import dev.parley.turn.Plan.Ask;
import dev.parley.turn.Plan.Say;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import org.jboss.logging.Logger;

/**
 * One attempt at one answer, from its beginning to its message. It belongs to the server, not to a socket: the visitor may come and go.
 * All of it happens on one Vert.x context, so that its fields need no locks.
 */
final class AnswerRun implements Asking.Listener {
    private static final Logger LOG = Logger.getLogger(AnswerRun.class);
    /** A stream that broke off is tried once more; what breaks twice is shown as broken. */
    private static final int FRESH_STARTS_AFTER_TEXT = 1;

    private enum Phase {
        THINKING, WRITING, SETTLING, OVER
    }

    private final RunningAnswer answer;
    private final int brokenBefore;
    private final Desk desk;
    private final Context context;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Draft draft;
    private final Till till;
    private Phase phase = Phase.THINKING;
    private long newestQuestion;
    private Cancellable work = () -> {};
    private long firstTextTimer = -1;
    private Evidence evidence = Evidence.of(List.of());
    private List<Source> sources = List.of();
    private String botName = "";
    private boolean held;
    private Consumer<AnswerRun> whenOver = run -> {};

    /** @param brokenBefore how many attempts at this answer broke off with text on the visitor's screen */
    AnswerRun(RunningAnswer answer, int brokenBefore, Desk desk) {
        this.answer = answer;
        this.brokenBefore = brokenBefore;
        this.desk = desk;
        this.context = OwnContext.on(desk.vertx());
        this.draft = new Draft(answer, desk, this::withdraw);
        this.till = new Till(answer, desk);
    }

    RunningAnswer answer() {
        return answer;
    }

    void begin(Consumer<AnswerRun> whenOver) {
        this.whenOver = whenOver;
        desk.tellBegun(answer);
        whileOpen(this::think);
    }

    /** The visitor has had enough: what is there becomes the answer. */
    void stop() {
        whileOpen(() -> settle(Finish.STOPPED, draft.text()));
    }

    /** Somebody else owns the conversation now, or another attempt has taken this one's place; nothing is stored. */
    void withdraw() {
        whileOpen(this::leave);
    }

    private void whileOpen(Runnable step) {
        context.runOnContext(ignored -> {
            if (isOpen()) {
                step.run();
            }
        });
    }

    private void leave() {
        end();
        desk.tellWithdrawn(answer);
    }

    /** The visitor wrote more. Before the first word the answer starts afresh with all of it; afterwards a next answer will follow. */
    void visitorWroteMore(long seq) {
        context.runOnContext(ignored -> {
            newestQuestion = Math.max(newestQuestion, seq);
            if (phase == Phase.THINKING && seq > answer.questionSeq()) {
                startAfresh(brokenBefore);
            }
        });
    }

    /** This replica stops; another will take the answer over. */
    void abandon() {
        context.runOnContext(ignored -> end());
    }

    private boolean isOpen() {
        return phase == Phase.THINKING || phase == Phase.WRITING;
    }

    private void think() {
        draft.keep();
        work = desk.planner().plan(answer).subscribe().with(this::follow, this::planFailed);
    }

    private void follow(Planner.Planned planned) {
        botName = planned.botName();
        held = planned.held();
        if (held) {
            draft.mute();
        }
        till.openFor(planned.tenant());
        evidence = planned.plan().evidence();
        switch (planned.plan()) {
            case Say say -> say(say);
            case Ask ask -> ask(ask);
        }
    }

    private void say(Say say) {
        sources = say.sources();
        grow(say.text());
        settle(say.finish(), draft.text());
    }

    private void ask(Ask ask) {
        firstTextTimer = desk.vertx().setTimer(desk.config().firstTextWithin().toMillis(), timer -> tooSlow(ask));
        till.ask(ask, this);
    }

    @Override
    public void asked(Ask ask) {
        sources = ask.sources();
        evidence = ask.evidence();
    }

    @Override
    public void unaffordable(Ask ask, String reason) {
        till.spared(ask.call(), reason);
        evidence = evidence.failed(reason, 0);
        fallBack(reason, ask.otherwise());
    }

    @Override
    public void heard(Ask ask, ChatEvent event) {
        if (!isOpen()) {
            return;
        }
        switch (event) {
            case ChatEvent.Started started ->
                evidence = evidence.answeredBy(started.model(), started.upstreamRequestId(), started.attempts());
            case ChatEvent.Delta delta -> grow(delta.text());
            case ChatEvent.Finished finished -> {
                if (finished.reason() == FinishReason.CONTENT_FILTER) {
                    flagged(ask);
                } else if (!draft.isEmpty()) {
                    settle(Asking.finish(finished.reason()), draft.text());
                }
            }
        }
    }

    /** What a filter has flagged, perhaps after it was shown, does not stay: the message's text takes its place on screen. */
    @Override
    public void flagged(Ask ask) {
        sources = List.of();
        settle(Finish.CONTENT_FILTER, ask.refusal().text());
    }

    /** A stream that ended without a word, as some do for a null content. */
    @Override
    public void heardOut(Ask ask) {
        if (isOpen()) {
            pay();
            fallBack("empty", ask.otherwise());
        }
    }

    private void tooSlow(Ask ask) {
        if (phase == Phase.THINKING) {
            till.giveUp("no_text_in_time");
            pay();
            evidence = evidence.failed("no_text_in_time", 0);
            fallBack("no_text_in_time", ask.otherwise());
        }
    }

    private void fallBack(String reason, Say say) {
        desk.metrics().fellBack(reason);
        say(say);
    }

    @Override
    public void failed(Ask ask, ModelErrorKind kind, int attempts) {
        if (!isOpen()) {
            return;
        }
        pay();
        evidence = evidence.failed(kind.code(), attempts);
        desk.metrics().fellBack(kind.code());
        if (draft.isEmpty()) {
            say(kind == ModelErrorKind.REFUSED_BY_POLICY ? ask.refusal() : ask.otherwise());
        } else if (brokenBefore < FRESH_STARTS_AFTER_TEXT) {
            startAfresh(brokenBefore + 1);
        } else {
            settle(Finish.INTERRUPTED, draft.text());
        }
    }

    /** Most often storage failed: the lease lapses and the answer is tried again, here or elsewhere, but not for ever. */
    private void planFailed(Throwable failure) {
        LOG.errorf(failure, "tenant=%s conversation=%s turn=%s could not be answered now", answer.tenant(),
                answer.conversation(), answer.id());
        if (desk.givesUp(answer)) {
            say(new Say(Phrases.apology(Language.ENGLISH), Finish.INTERRUPTED, List.of(), evidence));
        } else {
            end();
        }
    }

    /** Until the fresh attempt has taken its place, this one stays at the desk and hears what else the visitor writes. */
    private void startAfresh(int broken) {
        phase = Phase.OVER;
        stopWork();
        desk.answers().restart(answer).subscribe().with(
                fresh -> {
                    if (fresh == null) {
                        leave();
                    } else {
                        desk.begin(fresh, broken).visitorWroteMore(newestQuestion);
                    }
                },
                failure -> {
                    LOG.errorf(failure, "turn=%s could not be started afresh now", answer.id());
                    end();
                });
    }

    private void grow(String piece) {
        if (piece.isEmpty()) {
            return;
        }
        if (phase == Phase.THINKING) {
            phase = Phase.WRITING;
            desk.vertx().cancelTimer(firstTextTimer);
            desk.metrics().firstText(stopwatch.firstText());
        }
        draft.add(piece);
    }

    private void settle(Finish finish, String text) {
        phase = Phase.SETTLING;
        stopWork();
        evidence = stopwatch.readInto(evidence);
        Reply reply = new Reply(text, botName, finish, sources, desk.toJson(evidence));
        (held ? desk.hold(answer, reply) : desk.reply(answer, reply)).subscribe()
                .with(replied -> settled(finish, replied), failure -> {
                    LOG.errorf(failure, "turn=%s could not be stored; tried again when its lease lapses", answer.id());
                    end();
                });
    }

    private void settled(Finish finish, Replied replied) {
        if (finish == Finish.FAQ && replied.message() != null) {
            till.countAsSaved(draft.text());
        }
        desk.metrics().ended(replied.message() == null ? Finish.WITHDRAWN : finish);
        end();
        if (replied.next() != null) {
            desk.begin(replied.next(), 0);
        }
    }

    private void end() {
        phase = Phase.OVER;
        stopWork();
        whenOver.accept(this);
    }

    private void stopWork() {
        work.cancel();
        pay();
        draft.close();
        desk.vertx().cancelTimer(firstTextTimer);
    }

    /** Before the FAQ's words join the draft: only what the model wrote is paid for. */
    private void pay() {
        Bill bill = till.close(draft.text());
        if (bill != null) {
            evidence = evidence.paid(bill);
        }
    }
}
