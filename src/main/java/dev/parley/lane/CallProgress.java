package dev.parley.lane;

import java.util.Locale;

import dev.parley.model.ChatEvent;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.Usage;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Call;
import dev.parley.spend.CallOutcome;
import dev.parley.spend.Tokens;
import org.jspecify.annotations.Nullable;

/** {@code code} is the outcome if it ended now; {@code billed}: the upstream may charge for it. */
public record CallProgress(String code, ChatEvent.@Nullable Started started, @Nullable Usage usage, int tries,
        boolean billed) {
    public static final CallProgress BEGUN = new CallProgress("cancelled", null, null, 1, true);

    public CallProgress heard(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Started begun -> new CallProgress(code, begun, usage, begun.attempts(), billed);
            case ChatEvent.Finished finished -> new CallProgress(finished.reason().name().toLowerCase(Locale.ROOT),
                    started, finished.usage(), tries, billed);
            case ChatEvent.Delta delta -> this;
        };
    }

    /** {@code counted}: usage reported despite the failure. */
    public CallProgress failed(ModelErrorKind kind, int attempts, @Nullable Usage counted) {
        return new CallProgress(kind.code(), started, counted == null ? usage : counted, attempts, kind.mayBeBilled());
    }

    /** We stop waiting. */
    public CallProgress givenUp(String reason) {
        return new CallProgress(reason, started, usage, tries, billed);
    }

    /** @param written all that the model wrote, to estimate usage if none was reported */
    CallOutcome outcome(Call call, String written, long millis, TokenCounter counter) {
        Tokens tokens = tokens(call, written, counter);
        return new CallOutcome(code, started == null ? null : started.model(),
                started == null ? null : started.upstreamRequestId(), tries, tokens,
                usage == null && !tokens.equals(Tokens.NONE), millis);
    }

    private Tokens tokens(Call call, String written, TokenCounter counter) {
        if (usage != null) {
            return new Tokens(usage.promptTokens(), usage.cachedTokens(), usage.completionTokens());
        }
        if (!billed && written.isEmpty()) {
            return Tokens.NONE;
        }
        return new Tokens(call.inputTokens(), 0, written.isEmpty() ? 0 : counter.count(written));
    }
}
