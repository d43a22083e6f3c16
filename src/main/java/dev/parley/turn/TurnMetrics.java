package dev.parley.turn;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.answer.Finish;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * `parley_turns_total` by finish, `parley_turn_invented_total` by kind, `parley_turn_first_text_seconds`,
 * `parley_turn_actions_total` by outcome, and `parley_turn_fallbacks_total` by the model's error.
 */
@ApplicationScoped
class TurnMetrics {
    private final MeterRegistry registry;
    private final Timer firstText;

    TurnMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.firstText = Timer.builder("parley.turn.first.text")
                .description("From the stored message to the first words of its answer")
                .publishPercentileHistogram()
                .register(registry);
    }

    void firstText(long nanos) {
        firstText.record(Duration.ofNanos(nanos));
    }

    void ended(Finish finish) {
        registry.counter("parley.turns", "finish", finish.wire()).increment();
    }

    void acted(String outcome) {
        registry.counter("parley.turn.actions", "outcome", outcome).increment();
    }

    void invented(String kind) {
        registry.counter("parley.turn.invented", "kind", kind).increment();
    }

    void fellBack(String error) {
        registry.counter("parley.turn.fallbacks", "error", error).increment();
    }
}
