package dev.parley.turn;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import dev.parley.conversation.Finish;
import dev.parley.conversation.Replied;
import dev.parley.conversation.RunningAnswer;
import dev.parley.conversation.Source;
import dev.parley.model.ToolCall;
import dev.parley.platform.OwnContext;
import dev.parley.platform.ParleyException;
import dev.parley.turn.Plan.Ask;
import dev.parley.turn.Plan.Perform;
import dev.parley.turn.Plan.Say;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import org.jboss.logging.Logger;

/**
 * One attempt at one answer, from its beginning to its message. It belongs to the server, not to a socket: the visitor may come and go.
 * All of it happens on one Vert.x context, so that its fields need no locks.
 */
final class AnswerRun {
    private static final Logger LOG = Logger.getLogger(AnswerRun.class);

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
    private final Acting acting;
    private final ModelVoice voice;
    private Phase phase = Phase.THINKING;
    private long newestQuestion;
    private Cancellable work = () -> {};
    private long firstTextTimer = -1;
    private Evidence evidence = Evidence.of(List.of());
    private List<Source> sources = List.of();
    private Byline byline = Byline.NOBODY;
    private Consumer<AnswerRun> whenOver = run -> {};

    /** @param brokenBefore how many attempts at this answer broke off with text on the visitor's screen */
    AnswerRun(RunningAnswer answer, int brokenBefore, Desk desk) {
        this.answer = answer;
        this.brokenBefore = brokenBefore;
        this.desk = desk;
        this.context = OwnContext.on(desk.vertx());
        this.draft = new Draft(answer, desk, this::withdraw);
        this.till = new Till(answer, desk);
        this.acting = new Acting(answer, desk);
        this.voice = new ModelVoice(this, brokenBefore, desk, till, acting);
    }

    RunningAnswer answer() {
        return answer;
    }

    /** Its beginning is told in turn, too: an end that overtook it would leave an answer on the screens that never ends. */
    void begin(Consumer<AnswerRun> whenOver) {
        this.whenOver = whenOver;
        whileOpen(() -> {
            desk.tellBegun(answer);
            think();
        });
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

    boolean isOpen() {
        return phase == Phase.THINKING || phase == Phase.WRITING;
    }

    private void think() {
        draft.keep();
        work = desk.planner().plan(answer).subscribe().with(this::follow, this::planFailed);
    }

    private void follow(Planner.Planned planned) {
        byline = new Byline(planned.botName(), planned.held());
        if (byline.held()) {
            draft.mute();
        }
        till.openFor(planned.tenant());
        evidence = planned.plan().evidence();
        switch (planned.plan()) {
            case Say say -> say(say);
            case Ask ask -> ask(ask);
            case Perform perform -> {
                expectText(perform.ask());
                act(perform.ask(), perform.calls(), true);
            }
        }
    }

    void say(Say say) {
        sources = say.sources();
        grow(say.text());
        settle(say.finish(), draft.text());
    }

    private void ask(Ask ask) {
        expectText(ask);
        till.ask(ask, voice);
    }

    /** Whatever is asked and done until then. */
    private void expectText(Ask ask) {
        firstTextTimer = desk.vertx().setTimer(desk.config().firstTextWithin().toMillis(), timer -> {
            if (phase == Phase.THINKING) {
                voice.tooSlow(ask);
            }
        });
    }

    void act(Ask ask, List<ToolCall> calls, boolean agreed) {
        pay();
        work = acting.carryOut(ask, draft.text(), calls, agreed).subscribe().with(
                next -> whileOpen(() -> goOn(next)),
                failure -> whileOpen(() -> voice.fallBack("action", ask.otherwise())));
    }

    private void goOn(Acting.Next next) {
        evidence = acting.noteIn(evidence);
        switch (next) {
            case Acting.Told(Ask ask) -> till.ask(ask, voice);
            case Acting.Asked(Say say) -> say(say);
        }
    }

    /** What the answer stands on by now. */
    void note(UnaryOperator<Evidence> change) {
        evidence = change.apply(evidence);
    }

    void cite(List<Source> entries) {
        sources = entries;
    }

    String text() {
        return draft.text();
    }

    /** Most often storage failed: the lease lapses and the answer is tried again, here or elsewhere, but not for ever. */
    private void planFailed(Throwable failure) {
        if (desk.givesUp(answer)) {
            LOG.errorf(failure, "turn=%s is given up with an apology", answer.id());
            say(new Say(Phrases.apology(Language.ENGLISH), Finish.INTERRUPTED, List.of(), evidence));
        } else {
            lost(failure);
        }
    }

    /** Until the fresh attempt has taken its place, this one stays at the desk and hears what else the visitor writes. */
    void startAfresh(int broken) {
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
                this::lost);
    }

    void grow(String piece) {
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

    void settle(Finish finish, String text) {
        phase = Phase.SETTLING;
        stopWork();
        evidence = stopwatch.readInto(evidence);
        byline.store(desk, answer, finish, text, sources, evidence, acting).subscribe()
                .with(replied -> settled(finish, replied), this::lost);
    }

    /** Tried again, here or elsewhere, when its lease lapses. */
    private void lost(Throwable failure) {
        if (failure instanceof ParleyException known && known.retryable()) {
            LOG.infof("tenant=%s conversation=%s turn=%s waits: %s", answer.tenant(), answer.conversation(),
                    answer.id(),
                    known.code());
        } else {
            LOG.errorf(failure, "tenant=%s conversation=%s turn=%s could not be answered or stored now",
                    answer.tenant(),
                    answer.conversation(), answer.id());
        }
        end();
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
    void pay() {
        Bill bill = till.close(draft.text());
        if (bill != null) {
            evidence = evidence.paid(bill);
        }
    }
}
