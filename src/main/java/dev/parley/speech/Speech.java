package dev.parley.speech;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.lane.ShopLanes;
import dev.parley.model.LaneOrder;
import dev.parley.model.ModelException;
import dev.parley.model.speech.ModelTranscript;
import dev.parley.model.speech.SpeechModel;
import dev.parley.model.speech.SpeechRequest;
import dev.parley.platform.ParleyException;
import dev.parley.platform.database.OwnContext;
import dev.parley.speech.TranscriptionRequest.Task;
import dev.parley.speech.TranscriptionRequest.Times;
import dev.parley.spend.Reservation;
import dev.parley.spend.Reserving;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** Transcribes clips with the shop's speech models, within its budget and region. */
@ApplicationScoped
public class Speech {
    private static final Duration VISITORS = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Tenants tenants;
    private final ShopLanes lanes;
    private final SpeechModel model;
    private final SpeechMoney money;
    private final EnglishTranscript english;
    private final PromptWords prompts;
    private final Vertx vertx;
    private final Map<Key, Uni<Transcript>> underWay = new ConcurrentHashMap<>();

    private record Key(TenantId tenant, UUID key) {}

    Speech(Tenants tenants, ShopLanes lanes, SpeechModel model, SpeechMoney money, EnglishTranscript english,
            PromptWords prompts, Vertx vertx) {
        this.tenants = tenants;
        this.lanes = lanes;
        this.model = model;
        this.money = money;
        this.english = english;
        this.prompts = prompts;
        this.vertx = vertx;
    }

    /** True if the shop has a usable model. */
    public Uni<Boolean> available(TenantId tenant) {
        return tenants.byId(tenant).map(shop -> {
            LaneOrder order = shop == null ? null : lanes.speech(shop);
            return order != null && order.usable() && model.answers(order);
        });
    }

    /** Completes even if cancelled, since the call is paid. Concurrent calls with one {@code key} share it. */
    public Uni<Transcript> transcribe(TenantId tenant, UUID key, Clip clip, TranscriptionRequest given) {
        Key whose = new Key(tenant, key);
        return Uni.createFrom().deferred(() -> underWay.computeIfAbsent(whose, fresh -> begun(whose, clip, given)));
    }

    private Uni<Transcript> begun(Key whose, Clip clip, TranscriptionRequest given) {
        return Uni.createFrom().<Transcript>emitter(emitter -> OwnContext.on(vertx).runOnContext(
                ignored -> paid(whose, clip, given).onTermination().invoke(() -> underWay.remove(whose))
                        .subscribe().with(emitter::complete, emitter::fail)))
                .memoize().indefinitely();
    }

    private Uni<Transcript> paid(Key whose, Clip clip, TranscriptionRequest given) {
        return tenants.byId(whose.tenant())
                .onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .chain(shop -> reserved(shop, whose.key(), clip, given));
    }

    private Uni<Transcript> reserved(Tenant shop, UUID key, Clip clip, TranscriptionRequest given) {
        LaneOrder order = lanes.speech(shop);
        if (!order.usable()) {
            return Uni.createFrom().failure(SpeechFailure::notConfigured);
        }
        String prompt = prompts.fitted(given.prompt());
        return money.reserve(shop, order, key, clip, given, prompt).chain(reserving -> switch (reserving) {
            case Reserving.Granted(Reservation held) -> transcribed(shop, order, held, clip, given, prompt);
            case Reserving.Exhausted(var limit) -> Uni.createFrom().failure(() -> SpeechFailure.unaffordable(limit));
            case Reserving.Unpriced unpriced -> Uni.createFrom().failure(SpeechFailure::unpriced);
        });
    }

    private Uni<Transcript> transcribed(Tenant shop, LaneOrder order, Reservation held, Clip clip,
            TranscriptionRequest given,
            @Nullable String prompt) {
        long askedAt = System.nanoTime();
        return model.transcribe(order, request(held, clip, given, prompt))
                .invoke(transcription -> money.settle(held, clip, transcription, askedAt))
                .onFailure().invoke(failure -> money.settle(held, clip, failure, askedAt))
                .onFailure(ModelException.class).transform(SpeechFailure::of)
                .chain(transcription -> inEnglish(shop, held.call().conversation(), clip, given, transcription));
    }

    private static SpeechRequest request(Reservation held, Clip clip, TranscriptionRequest given,
            @Nullable String prompt) {
        return new SpeechRequest(held.id().toString(), clip.file(), "recording." + clip.format().extension(),
                clip.format().contentType(), clip.size(), given.task() == Task.TRANSLATE, given.language(), prompt,
                given.temperature(), given.times().contains(Times.WORDS), patience(clip.length()));
    }

    /** Fifteen seconds for a visitor's message; longer for an hour of audio. */
    static Duration patience(Duration length) {
        Duration beyond = length.minus(VISITORS);
        Duration more = beyond.isNegative() ? Duration.ZERO : beyond.dividedBy(10);
        return more.compareTo(LONGEST) > 0 ? LONGEST : PATIENCE.plus(more);
    }

    private Uni<Transcript> inEnglish(Tenant shop, @Nullable UUID conversation, Clip clip, TranscriptionRequest given,
            ModelTranscript transcription) {
        Transcript transcript = Transcripts.of(transcription, clip, given);
        return given.task() == Task.TRANSCRIBE || transcription.translated()
                ? Uni.createFrom().item(transcript)
                : english.of(shop, conversation, transcript);
    }
}
