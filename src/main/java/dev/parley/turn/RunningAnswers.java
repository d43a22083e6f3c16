package dev.parley.turn;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.ConversationEvents;
import dev.parley.conversation.answer.Answers;
import dev.parley.conversation.answer.RunningAnswer;
import dev.parley.handoff.Handoffs;

/** The answers in progress on this replica, at most one per conversation. */
@ApplicationScoped
class RunningAnswers {
    private final AnswerServices services;
    private final TurnMetrics metrics;
    private final Answers answers;
    private final Handoffs handoffs;
    private final ConversationEvents events;
    private final Map<UUID, AnswerRunner> running = new ConcurrentHashMap<>();

    RunningAnswers(AnswerServices services, TurnMetrics metrics, Answers answers, Handoffs handoffs,
            ConversationEvents events) {
        this.services = services;
        this.metrics = metrics;
        this.answers = answers;
        this.handoffs = handoffs;
        this.events = events;
    }

    AnswerRunner begin(RunningAnswer answer, EarlierAttempts before) {
        AnswerRunner runner = new AnswerRunner(answer, before, services, metrics,
                new ConversationDelivery(answer, services.reader(), answers, handoffs, events),
                next -> begin(next.answer(), next.before()));
        AnswerRunner former = running.put(answer.conversation(), runner);
        if (former != null) {
            former.tell(new Event.ReplicaStops());
        }
        runner.start(over -> running.remove(answer.conversation(), over));
        return runner;
    }

    Optional<AnswerRunner> in(UUID conversation) {
        return Optional.ofNullable(running.get(conversation));
    }

    void abandonAll() {
        running.values().forEach(runner -> runner.tell(new Event.ReplicaStops()));
    }
}
