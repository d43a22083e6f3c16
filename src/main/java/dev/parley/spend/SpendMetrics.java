package dev.parley.spend;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * `parley_spend_cost_total` and `parley_spend_saved_total` in the service's currency, `parley_spend_tokens_total` by
 * kind, `parley_spend_calls_total` by kind and counted or estimated, `parley_spend_refused_total` by limit or
 * `no_price`, `parley_spend_lapsed_total`, `parley_spend_settlements_waiting`.
 */
@ApplicationScoped
class SpendMetrics {
    private final MeterRegistry registry;

    SpendMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void watch(Settlements settlements) {
        registry.gauge("parley.spend.settlements.waiting", settlements, Settlements::waiting);
    }

    void settled(Entry entry) {
        String kind = entry.purpose().wire();
        registry.counter("parley.spend.calls", "kind", kind, "tokens", entry.estimated() ? "estimated" : "counted")
                .increment();
        registry.counter("parley.spend.cost", "kind", kind).increment(entry.cost().units().doubleValue());
        registry.counter("parley.spend.saved", "kind", kind).increment(entry.saved().units().doubleValue());
        registry.counter("parley.spend.tokens", "kind", kind, "direction", "input").increment(entry.tokens().input());
        registry.counter("parley.spend.tokens", "kind", kind, "direction", "cached").increment(entry.tokens().cached());
        registry.counter("parley.spend.tokens", "kind", kind, "direction", "output").increment(entry.tokens().output());
    }

    void refused(String reason) {
        registry.counter("parley.spend.refused", "reason", reason).increment();
    }

    void lapsed() {
        registry.counter("parley.spend.lapsed").increment();
    }
}
