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

/** Has a model put a visitor's question so that it can be understood alone. */
@ApplicationScoped
public class Rewriter {
    /** The visitor waits for it, and without it the question is searched for as it stands. */
    private static final Duration WITHIN = Duration.ofMillis(1_500);

    private final PaidCalls calls;

    Rewriter(PaidCalls calls) {
        this.calls = calls;
    }

    /**
     * What came of it.
     *
     * @param question null where the model said nothing usable, or not in time
     * @param cost null when no call was made
     */
    public record Rewritten(@Nullable String question, @Nullable CallCost cost) {}

    /**
     * Never fails.
     *
     * @param spoken what of the question is the visitor's, to be checked for harm where the shop wants that
     * @param wanted whether the answer still waits for it
     */
    public Uni<Rewritten> rewrite(ModelQuestion question, String spoken, BooleanSupplier wanted) {
        return calls.complete(question, spoken, WITHIN, WITHIN, wanted).map(said -> new Rewritten(
                said.trouble() == null
                        ? RewritePrompt.read(said.text()).map(RewritePrompt.Rewritten::question).orElse(null)
                        : null,
                said.cost()));
    }
}
