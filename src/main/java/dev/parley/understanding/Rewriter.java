package dev.parley.understanding;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.lane.CallCost;
import dev.parley.lane.ModelQuestion;
import dev.parley.lane.PaidCalls;
import dev.parley.prompt.RewritePrompt;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Has a model rewrite a visitor's question so that it is self-contained. */
@ApplicationScoped
public class Rewriter {
    /** The visitor waits; without a rewrite the original question is used. */
    private static final Duration WITHIN = Duration.ofMillis(1_500);

    private final PaidCalls calls;

    Rewriter(PaidCalls calls) {
        this.calls = calls;
    }

    /** {@code question} is null without a usable reply in time; {@code cost} is null without a call. */
    public record Rewritten(@Nullable String question, @Nullable CallCost cost) {}

    /** Never fails. {@code spoken} is moderated; {@code wanted} is false once the answer no longer needs it. */
    public Uni<Rewritten> rewrite(ModelQuestion question, String spoken, BooleanSupplier wanted) {
        return calls.complete(question, spoken, WITHIN, WITHIN, wanted).map(said -> new Rewritten(
                said.trouble() == null
                        ? RewritePrompt.read(said.text()).map(RewritePrompt.Rewritten::question).orElse(null)
                        : null,
                said.cost()));
    }
}
