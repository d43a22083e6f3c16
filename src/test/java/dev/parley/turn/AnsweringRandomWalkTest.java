package dev.parley.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import dev.parley.action.ActionResult;
import dev.parley.action.Consent;
import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState;
import dev.parley.conversation.Conversations.OwnerChange;
import dev.parley.conversation.Message;
import dev.parley.conversation.Replied;
import dev.parley.conversation.Reply;
import dev.parley.conversation.answer.Finish;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.faq.FaqFound;
import dev.parley.handoff.HandoffPlan;
import dev.parley.lane.Moderator;
import dev.parley.model.ChatEvent;
import dev.parley.model.FinishReason;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ToolCall;
import dev.parley.spend.Reservation;
import dev.parley.tenant.ModerationSettings;
import dev.parley.turn.plan.Plan;
import dev.parley.turn.plan.TurnContext;
import org.junit.jupiter.api.Test;

/** In any order of events: an answer ends once, shows no partial text as complete, and releases all reserved money. */
class AnsweringRandomWalkTest {
    private static final int EVENTS = 100_000;
    private static final String[] ENDS = {"no_answer", "hand_over"};
    private static final String[] MARKERS = {"NO_", "ANSWER", "\n", "HAND_OVER: angry"};

    @Test
    void answersInAnyOrderOfEvents_endOnceWholeAndPaid() {
        long seed = Long.getLong("parley.walk.seed", System.nanoTime());
        System.out.println("AnsweringWalkTest: -Dparley.walk.seed=" + seed);
        Random random = new Random(seed);
        int events = 0;
        while (events < EVENTS) {
            Walk walk = new Walk(random, seed);
            walk.toItsEnd();
            events += walk.events;
        }
        assertThat(events).isGreaterThanOrEqualTo(EVENTS);
    }

    /** One answer with random results of each effect. */
    private static final class Walk {
        private final Random random;
        private final String seed;
        private final Answering answering;
        private final List<Event> pending = new ArrayList<>();
        private final Set<UUID> setAside = new HashSet<>();
        private final StringBuilder shown = new StringBuilder();
        private State state = new State.Reading();
        private boolean modelTalks;
        private boolean finished;
        private boolean ended;
        /** State of an action that changes something: running, done, and not yet reported to the visitor. */
        private boolean changing;
        private boolean changes;
        private boolean untold;
        private int stored;
        private int events;
        private long newest = 1;

        Walk(Random random, long seed) {
            this.random = random;
            this.seed = "seed " + seed;
            RunningAnswer answer = AnswerSamples.ANSWER;
            this.answering = new Answering(
                    new RunningAnswer(answer.id(), answer.tenant(), answer.conversation(), 1, 1 + random.nextInt(3), 1,
                            1),
                    new EarlierAttempts(random.nextInt(2), random.nextInt(4), List.of()), new ConfirmingPlanner());
        }

        /** The visitor may have confirmed an action. */
        private final class ConfirmingPlanner extends AnswerSamples.AskingPlanner {
            @Override
            public Plan open(TurnContext about) {
                return random.nextBoolean() ? new Plan.Confirm(true) : super.open(about);
            }

            @Override
            public Plan found(TurnContext about, Plan.Search search, List<FaqFound> found) {
                Plan plan = super.found(about, search, found);
                return plan instanceof Plan.Perform perform && random.nextBoolean()
                        ? new Plan.Perform(null, perform.calls())
                        : plan;
            }
        }

        void toItsEnd() {
            take(Answering.begin());
            for (int steps = 0; steps < 200 && !ended; steps++) {
                happen(next());
            }
            while (!ended || !pending.isEmpty()) {
                happen(pending.isEmpty() ? new Event.ReplicaStops() : pending.removeFirst());
            }
            happen(new Event.VisitorStopped());
            happen(new Event.VisitorWrote(99));
            assertThat(setAside).as("money set aside, %s", seed).isEmpty();
        }

        private Event next() {
            int dice = random.nextInt(100);
            if (dice < 4) {
                return new Event.VisitorWrote(++newest);
            } else if (dice < 6) {
                return new Event.VisitorStopped();
            } else if (dice < 7) {
                return new Event.Withdrawn();
            } else if (dice < 8) {
                return new Event.TextIsLate();
            } else if (dice < 9) {
                return new Event.Undecided(new IllegalStateException("no room"));
            } else if (modelTalks && dice < 70) {
                return said();
            }
            return pending.isEmpty()
                    ? modelTalks ? said() : new Event.ReplicaStops()
                    : pending.remove(random.nextInt(pending.size()));
        }

        private Event said() {
            return switch (random.nextInt(15)) {
                case 14 -> finishes(FinishReason.STOP, List.of(new ToolCall("1", "cancel", "{}"),
                        new ToolCall("2", "look", "{}")));
                case 12 -> finishes(FinishReason.STOP, List.of(new ToolCall("1", one(ENDS), "{}")));
                case 13 -> new Event.Heard(new ChatEvent.Delta(one(MARKERS)));
                case 0 -> finishes(FinishReason.STOP, List.of());
                case 1 -> finishes(FinishReason.LENGTH, List.of());
                case 2 -> finishes(FinishReason.CONTENT_FILTER, List.of());
                case 3 -> finishes(FinishReason.STOP, List.of(new ToolCall("1", "look", "{}")));
                case 4 -> {
                    modelTalks = false;
                    yield new Event.HeardOut();
                }
                case 5 -> {
                    modelTalks = false;
                    yield new Event.ModelFailed(one(ModelErrorKind.values()), 1);
                }
                case 6 -> new Event.Heard(new ChatEvent.Started("m", null, 1));
                default -> new Event.Heard(new ChatEvent.Delta("x".repeat(random.nextInt(3))));
            };
        }

        private Event finishes(FinishReason reason, List<ToolCall> calls) {
            finished = true;
            return new Event.Heard(new ChatEvent.Finished(reason, null, "m", false, calls));
        }

        private <T> T one(T[] of) {
            return of[random.nextInt(of.length)];
        }

        private void happen(Event event) {
            events++;
            if (event instanceof Event.Reserved(Reservation money)) {
                setAside.add(money.id());
            }
            boolean resultComes = event instanceof Event.Acted || event instanceof Event.NotActed;
            changing &= !resultComes;
            if (event instanceof Event.Acted(List<ActionResult> results) && changes && state instanceof State.Acting) {
                untold = !results.isEmpty();
            }
            boolean mayEnd = event instanceof Event.ReplicaStops || event instanceof Event.Undecided;
            take(answering.on(state, event));
            changing &= !mayEnd;
            assertThat(changing && !(state instanceof State.Acting)).as("left while changing, %s", seed).isFalse();
            untold &= !mayEnd;
            assertThat(untold && ended && stored == 0).as("never told what was changed, %s", seed).isFalse();
        }

        private void take(Step step) {
            state = step.state();
            for (Effect effect : step.effects()) {
                assertThat(ended && !(effect instanceof Effect.GiveBack) && !(effect instanceof Effect.TellWithdrawn))
                        .as("%s after the end, %s", effect, seed).isFalse();
                perform(effect);
            }
        }

        private void perform(Effect effect) {
            switch (effect) {
                case Effect.Read read -> pending.add(random.nextInt(10) == 0
                        ? new Event.CaseNotRead(new IllegalStateException())
                        : new Event.CaseRead(AnswerSamples.about(random.nextBoolean(), new ModerationSettings(
                                random.nextBoolean(), random.nextBoolean(), random.nextBoolean()))));
                case Effect.TakeConfirmation take ->
                    pending.add(new Event.ConfirmationTaken(switch (random.nextInt(4)) {
                        case 0 -> new Consent.Nothing();
                        case 1 -> new Consent.Declined();
                        default -> new Consent.Given(List.of(AnswerSamples.AGREED));
                    }));
                case Effect.Search search -> pending.add(random.nextInt(10) == 0
                        ? new Event.CaseNotRead(new IllegalStateException())
                        : new Event.EntriesFound(List.of(AnswerSamples.NOTHING_FOUND)));
                case Effect.Rewrite rewrite ->
                    pending.add(new Event.Rewritten(random.nextBoolean() ? null : "How long?"));
                case Effect.PlanHandoff plan -> pending.add(random.nextInt(5) == 0
                        ? new Event.HandoffNotPlanned(new IllegalStateException())
                        : new Event.HandoffPlanned(new HandoffPlan(true, "Wait.",
                                new OwnerChange(new ConversationState.Waiting(), "Wait."), null)));
                case Effect.Judge judge -> pending.add(new Event.Judged(one(Moderator.ModerationVerdict.values())));
                case Effect.Reserve reserve -> pending.add(switch (random.nextInt(4)) {
                    case 0 -> new Event.Exhausted("budget_day");
                    case 1 -> new Event.NotReserved("no_price");
                    default -> new Event.Reserved(new Reservation(new UUID(random.nextLong(), random.nextLong()),
                            reserve.call(), LocalDate.EPOCH, Instant.EPOCH));
                });
                case Effect.Ask ask -> {
                    assertThat(modelTalks).as("two calls at a time, %s", seed).isFalse();
                    modelTalks = true;
                    finished = false;
                }
                case Effect.HangUp hangUp -> modelTalks = false;
                case Effect.Settle settle -> paid(settle.money());
                case Effect.GiveBack back -> paid(back.money());
                case Effect.Act act -> {
                    changes = act.calls().stream().anyMatch(call -> call.name().equals("cancel"));
                    changing = changes;
                    assertThat(changes && act.agreed().isEmpty()).as("without a yes, %s", seed).isFalse();
                    pending.add(random.nextInt(5) == 0
                            ? new Event.NotActed(new IllegalStateException())
                            : new Event.Acted(act.calls().stream().map(call -> new ActionResult(
                                    random.nextInt(4) == 0 ? ActionResult.Outcome.UNKNOWN : ActionResult.Outcome.DONE,
                                    "{}", random.nextBoolean() ? "{}" : null, 200, 1)).toList()));
                }
                case Effect.TellAside aside -> untold = false;
                case Effect.AskForYes ask -> pending.add(new Event.AskedForYes());
                case Effect.Show(String piece) -> shown.append(piece);
                case Effect.Store store -> {
                    storedOnce(store.reply());
                    if (store.reply().finish() == Finish.STOP && !shown.toString().endsWith("Here it is.")
                            && !shown.toString().endsWith("It is done.") && !store.reply().text().equals("It is done.")
                            && !shown.toString().endsWith("Shall I?") && !store.reply().text().endsWith("Shall I?")) {
                        assertThat(finished).as("half a text as whole, %s", seed).isTrue();
                    }
                }
                case Effect.HandOff over -> storedOnce(over.reply());
                case Effect.Restart restart -> {
                    // The next attempt finds it in the database.
                    untold = false;
                    assertThat(changing).as("again while changing, %s", seed).isFalse();
                    pending.add(random.nextBoolean()
                            ? new Event.Restarted(random.nextBoolean() ? AnswerSamples.ANSWER : null)
                            : new Event.NotStored(new IllegalStateException()));
                }
                case Effect.End end -> {
                    assertThat(ended).as("ended twice, %s", seed).isFalse();
                    ended = true;
                }
                case Effect.WaitForText e -> {
                }
                case Effect.Mute e -> {
                }
                case Effect.TellWithdrawn e -> {
                }
                case Effect.Begin e -> {
                }
                case Effect.CountSaved e -> {
                }
                case Effect.CountFallback e -> {
                }
                case Effect.CountInvented e -> {
                }
                case Effect.CountAction e -> {
                }
                case Effect.CountEnd e -> {
                }
                // Retried from the database.
                case Effect.LogLost e -> untold = false;
                case Effect.LogGivenUp e -> {
                }
                case Effect.LogNoHandoff e -> {
                }
            }
        }

        private void storedOnce(Reply reply) {
            stored++;
            assertThat(stored).as("stored twice, %s", seed).isEqualTo(1);
            boolean replaces = reply.finish() == Finish.CONTENT_FILTER || reply.text().equals("It is done.")
                    || reply.text().endsWith("Shall I?");
            if (!replaces) {
                assertThat(reply.text()).as(seed).isEqualTo(shown.toString());
            }
            if (untold) {
                // In the model's words, or in ours.
                assertThat(reply.text().replace("One moment.\n\n", "")).as("not told, %s", seed).isNotIn("",
                        AnswerSamples.VERBATIM.text(), AnswerSamples.UNKNOWN.text(), AnswerSamples.REFUSAL.text());
                untold = false;
            }
            pending.add(random.nextInt(10) == 0
                    ? new Event.NotStored(new IllegalStateException())
                    : new Event.Stored(new Replied(new Message(2, Author.BOT, "Robin", "x", Instant.EPOCH, null,
                            List.of(), "stop", "[]"), null)));
        }

        private void paid(Reservation money) {
            assertThat(setAside.remove(money.id())).as("paid twice, %s", seed).isTrue();
        }
    }
}
