package dev.parley.speech;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.model.LaneOrder;
import dev.parley.model.ModelErrorKind;
import dev.parley.model.ModelException;
import dev.parley.model.Usage;
import dev.parley.model.speech.ModelTranscript;
import dev.parley.prompt.TokenCounter;
import dev.parley.spend.Call;
import dev.parley.spend.CallOutcome;
import dev.parley.spend.Purpose;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import dev.parley.spend.Spend;
import dev.parley.spend.Tokens;
import dev.parley.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Estimates the cost of transcribing a clip from its duration, and books the actual cost. */
@ApplicationScoped
class SpeechMoney {
    private static final Logger LOG = Logger.getLogger(SpeechMoney.class);
    /** OpenAI counts ten tokens per second of audio; people speak fewer. */
    private static final int TOKENS_PER_SECOND = 10;
    private static final int MAX_PER_SECOND = 16;
    private static final int MAX_WRITTEN_PER_SECOND = 10;
    private static final int ROOM = 100;

    private final Spend spend;
    private final TokenCounter counter;

    SpeechMoney(Spend spend, TokenCounter counter) {
        this.spend = spend;
        this.counter = counter;
    }

    Uni<Reserving> reserve(Tenant shop, LaneOrder order, UUID key, Clip clip, TranscriptionRequest request,
            @Nullable String prompt) {
        int seconds = seconds(clip);
        Call call = new Call(shop, request.conversation(), key, 1, Purpose.AUDIO, order.models(),
                seconds * MAX_PER_SECOND + ROOM + (prompt == null ? 0 : counter.count(prompt)),
                seconds * MAX_WRITTEN_PER_SECOND + ROOM, millis(clip));
        return spend.reserve(call).onFailure()
                .invoke(failure -> LOG.errorf(failure, "recording=%s no money could be set aside, so no model is asked",
                        key))
                .onFailure().transform(failure -> SpeechFailure.ledger());
    }

    private static int seconds(Clip clip) {
        return Math.toIntExact(clip.length().plusMillis(999).toSeconds());
    }

    private static int millis(Clip clip) {
        return Math.toIntExact(clip.length().toMillis());
    }

    void settle(Reservation held, Clip clip, ModelTranscript transcription, long askedAt) {
        Usage usage = transcription.usage();
        int millis = transcription.seconds() == null ? millis(clip) : (int) Math.ceil(transcription.seconds() * 1_000);
        Tokens tokens = usage == null
                ? new Tokens(seconds(clip) * TOKENS_PER_SECOND, 0, counter.count(transcription.text()), millis)
                : new Tokens(usage.promptTokens(), usage.cachedTokens(), usage.completionTokens(), millis);
        spend.settle(held,
                new CallOutcome("stop", transcription.model(), transcription.upstreamRequestId(),
                        transcription.attempts(),
                        tokens,
                        usage == null && transcription.seconds() == null, millisSince(askedAt)));
    }

    /** A refused call costs nothing; one that may have been processed counts in full. */
    void settle(Reservation held, Clip clip, Throwable failure, long askedAt) {
        ModelErrorKind kind = failure instanceof ModelException known ? known.kind() : ModelErrorKind.CONNECTION;
        Tokens tokens = kind.mayBeBilled()
                ? new Tokens(seconds(clip) * TOKENS_PER_SECOND, 0, 0, millis(clip))
                : Tokens.NONE;
        int tries = failure instanceof ModelException known ? known.attempts() : 1;
        spend.settle(held, new CallOutcome(kind.code(), null,
                failure instanceof ModelException known ? known.upstreamRequestId() : null, tries, tokens,
                kind.mayBeBilled(), millisSince(askedAt)));
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
