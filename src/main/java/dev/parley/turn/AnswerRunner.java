package dev.parley.turn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.Moderator;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.platform.ParleyException;
import dev.parley.platform.database.OwnContext;
import dev.parley.spend.Reserving;
import dev.parley.understanding.Rewriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Performs the effects of {@link Answering}, independent of sockets. Confined to one Vert.x context. */
final class AnswerRunner {
    private static final Logger LOG = Logger.getLogger(AnswerRunner.class);

    private final RunningAnswer answer;
    private final Answering answering;
    private final AnswerServices with;
    private final TurnMetrics metrics;
    private final AnswerDelivery delivery;
    private final Function<Effect.Begin, AnswerRunner> begin;
    private final Context context;
    private final Draft draft = new Draft();
    private Consumer<AnswerRunner> whenOver = over -> {};
    /** Volatile, since other threads check if something is still wanted. */
    private volatile State state = new State.Over();
    private Cancellable call = () -> {};
    private final Deque<Event> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean keeping;
    private long askedAt;
    private long newestQuestion;
    private long textTimer = -1;
    private long keepTimer = -1;
    private @Nullable AnswerRunner successor;

    /** {@code begin} starts the next answer or attempt. */
    AnswerRunner(RunningAnswer answer, EarlierAttempts before, AnswerServices with, TurnMetrics metrics,
            AnswerDelivery delivery,
            Function<Effect.Begin, AnswerRunner> begin) {
        this.answer = answer;
        this.answering = new Answering(answer, before, with.planner());
        this.with = with;
        this.metrics = metrics;
        this.delivery = delivery;
        this.begin = begin;
        this.context = OwnContext.on(with.vertx());
    }

    RunningAnswer answer() {
        return answer;
    }

    /** True if another attempt or the next answer has replaced it. */
    boolean isFollowed() {
        return successor != null;
    }

    /** Announced in order: an end that overtook the beginning would leave an endless answer on screens. */
    void start(Consumer<AnswerRunner> told) {
        whenOver = told;
        context.runOnContext(ignored -> {
            delivery.begun();
            keepTimer = with.vertx().setPeriodic(with.config().saveEvery().toMillis(), timer -> keep());
            take(Answering.begin());
        });
    }

    /** From any thread. */
    void tell(Event event) {
        context.runOnContext(ignored -> {
            if (event instanceof Event.VisitorWrote(long seq)) {
                newestQuestion = Math.max(newestQuestion, seq);
                if (successor != null) {
                    successor.tell(event);
                }
            }
            happened(event);
        });
    }

    /** An event caused by an effect waits until the current effects are done. */
    private void happened(Event event) {
        waiting.add(event);
        if (!busy) {
            busy = true;
            try {
                for (Event next = waiting.poll(); next != null; next = waiting.poll()) {
                    take(decide(next));
                }
            } finally {
                busy = false;
            }
        }
    }

    private Step decide(Event event) {
        try {
            return answering.on(state, event);
        } catch (RuntimeException undecided) {
            return answering.on(state, new Event.Undecided(undecided));
        }
    }

    private void take(Step step) {
        state = step.state();
        step.effects().forEach(this::perform);
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Read read -> news(delivery.read(), Event.CaseRead::new, Event.CaseNotRead::new);
            case Effect.TakeConfirmation take ->
                news(with.actions().answered(take.about(), take.yes()), Event.ConfirmationTaken::new,
                        Event.CaseNotRead::new);
            case Effect.Search search ->
                news(with.reader().search(search.about(), search.texts()), Event.EntriesFound::new,
                        Event.CaseNotRead::new);
            case Effect.Rewrite rewrite -> news(with.rewriter()
                    .rewrite(rewrite.question(), rewrite.spoken(), () -> state instanceof State.Rewriting)
                    .invoke(draft::paid).map(Rewriter.Rewritten::question), Event.Rewritten::new,
                    failure -> new Event.Rewritten(null));
            case Effect.PlanHandoff plan -> news(delivery.planHandoff(plan.cause()), Event.HandoffPlanned::new,
                    Event.HandoffNotPlanned::new);
            case Effect.HandOff(Reply reply, HandoffPlan plan) -> {
                stopTimers();
                news(delivery.handOff(complete(reply), plan), Event.Stored::new, Event.NotStored::new);
            }
            case Effect.Judge judge -> news(with.moderator().judge(judge.question(), judge.text()), Event.Judged::new,
                    failure -> new Event.Judged(Moderator.ModerationVerdict.UNCHECKED));
            case Effect.Reserve reserve -> news(with.calls().reserve(reserve.call()), AnswerRunner::reserved,
                    failure -> new Event.NotReserved("ledger_unavailable"));
            case Effect.Ask ask -> ask(ask);
            case Effect.HangUp hangUp -> call.cancel();
            case Effect.Settle settle -> draft.paid(with.calls().settle(settle.money(), settle.progress(),
                    settle.written(), (System.nanoTime() - askedAt) / 1_000_000));
            case Effect.GiveBack back -> with.calls().giveBack(back.money());
            case Effect.Act act -> news(with.actions().carryOut(answer, act.toolbox(), act.calls(), act.agreed()),
                    Event.Acted::new, Event.NotActed::new);
            case Effect.AskForYes ask -> news(
                    with.actions().waitForYes(answer, ask.toolbox(), ask.calls(), ask.question()),
                    stored -> new Event.AskedForYes(), Event.NotActed::new);
            case Effect.TellAside aside -> delivery.tellAside(aside.text()).subscribe().with(told -> {},
                    failure -> LOG.errorf(failure, "conversation=%s turn=%s what came of its actions could not be told",
                            answer.conversation(), answer.id()));
            case Effect.WaitForText wait -> textTimer = with.vertx().setTimer(
                    with.config().firstTextWithin().toMillis(), late -> tell(new Event.TextIsLate()));
            case Effect.Show(String piece) -> show(piece);
            case Effect.Mute mute -> draft.mute();
            case Effect.Store(Reply reply, boolean held) -> store(reply, held);
            case Effect.Restart restart -> {
                stopTimers();
                news(settled(restart).chain(delivery::restart), Event.Restarted::new, Event.NotStored::new);
            }
            case Effect.TellWithdrawn told -> delivery.withdrawn();
            case Effect.Begin next -> follow(next);
            case Effect.CountSaved(SparedCall spared, String text) -> with.spend().saved(spared.call(),
                    with.tokens().countShopText(text), spared.avoided());
            case Effect.CountInvented(String kind) -> metrics.invented(kind);
            case Effect.CountFallback(String reason) -> metrics.fellBack(reason);
            case Effect.CountAction(String outcome) -> metrics.acted(outcome);
            case Effect.CountEnd(var finish) -> metrics.ended(finish);
            case Effect.LogLost(Throwable why) -> logLost(why);
            case Effect.LogGivenUp(Throwable why) ->
                LOG.errorf(why, "turn=%s is given up with an apology", answer.id());
            case Effect.LogNoHandoff(Throwable why) ->
                LOG.errorf(why, "turn=%s a person is offered, since no handoff could be planned", answer.id());
            case Effect.End end -> {
                stopTimers();
                whenOver.accept(this);
            }
        }
    }

    private <T> void news(Uni<T> work, Function<? super T, Event> done, Function<Throwable, Event> failed) {
        work.subscribe().with(result -> tell(done.apply(result)), failure -> tell(failed.apply(failure)));
    }

    private Uni<Void> settled(Effect.Restart restart) {
        return restart.settling()
                ? Uni.createFrom().emitter(later -> with.vertx().setTimer(with.config().settle().toMillis(),
                        timer -> later.complete(null)))
                : Uni.createFrom().voidItem();
    }

    private static Event reserved(Reserving reserving) {
        return switch (reserving) {
            case Reserving.Granted granted -> new Event.Reserved(granted.reservation());
            case Reserving.Exhausted exhausted -> new Event.Exhausted(exhausted.limit().code());
            case Reserving.Unpriced unpriced -> new Event.NotReserved("no_price");
        };
    }

    /** Processed at once: already on this context, and deltas must not queue. */
    private void ask(Effect.Ask ask) {
        askedAt = System.nanoTime();
        call = with.calls().ask(ask.question()).subscribe().with(
                said -> happened(new Event.Heard(said)), failure -> happened(failed(failure)),
                () -> happened(new Event.HeardOut()));
    }

    private Event failed(Throwable failure) {
        ModelException known = failure instanceof ModelException model ? model : null;
        ModelErrorKind kind = known == null ? ModelErrorKind.CONNECTION : known.kind();
        LOG.warnf(known == null ? failure : null, "tenant=%s conversation=%s turn=%s the model did not answer: %s",
                answer.tenant(), answer.conversation(), answer.id(), kind.code());
        return known == null
                ? new Event.ModelFailed(kind, 0)
                : new Event.ModelFailed(kind, known.attempts(), known.usage());
    }

    private void show(String piece) {
        if (draft.isEmpty()) {
            with.vertx().cancelTimer(textTimer);
            metrics.firstText(draft.nanos());
        }
        int number = draft.add(piece);
        if (number > 0) {
            delivery.grew(number, piece);
        }
        if (draft.hasGrownBy(with.config().saveAfter())) {
            keep();
        }
    }

    /** Runs regularly; also renews the lease. */
    private void keep() {
        if (keeping) {
            // A slow database must not accumulate copies of a growing text; the next tick saves the latest.
            return;
        }
        keeping = true;
        draft.kept();
        delivery.keep(draft.text()).subscribe().with(
                ours -> context.runOnContext(ignored -> kept(ours)),
                failure -> context.runOnContext(ignored -> {
                    keeping = false;
                    LOG.warnf("turn=%s could not be saved now: %s", answer.id(), failure);
                }));
    }

    private void kept(boolean ours) {
        keeping = false;
        if (!ours) {
            happened(new Event.Withdrawn());
        }
    }

    private void store(Reply reply, boolean held) {
        stopTimers();
        news(delivery.store(complete(reply), held), Event.Stored::new, Event.NotStored::new);
    }

    private Reply complete(Reply reply) {
        return new Reply(reply.text(), reply.botName(), reply.finish(), reply.sources(),
                draft.completing(reply.evidence()), reply.cards());
    }

    /** Messages that arrived between two attempts go to the next. */
    private void follow(Effect.Begin next) {
        AnswerRunner begun = begin.apply(next);
        successor = begun;
        if (newestQuestion > 0) {
            begun.tell(new Event.VisitorWrote(newestQuestion));
        }
    }

    private void stopTimers() {
        with.vertx().cancelTimer(keepTimer);
        with.vertx().cancelTimer(textTimer);
    }

    /** Another attempt follows when the lease expires. */
    private void logLost(Throwable failure) {
        if (failure instanceof ParleyException known && known.retryable()) {
            LOG.infof("tenant=%s conversation=%s turn=%s waits: %s", answer.tenant(), answer.conversation(),
                    answer.id(), known.code());
        } else {
            LOG.errorf(failure, "tenant=%s conversation=%s turn=%s could not be answered or stored now",
                    answer.tenant(), answer.conversation(), answer.id());
        }
    }
}
