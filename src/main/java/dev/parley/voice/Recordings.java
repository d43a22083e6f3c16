package dev.parley.voice;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.Ids;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.upload.Upload;
import dev.parley.platform.upload.Uploads;
import dev.parley.speech.Clip;
import dev.parley.speech.Clips;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.Visitors;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Stores recordings before they are transcribed, so that a failure loses nothing; transcribes once. */
@ApplicationScoped
public class Recordings {
    static final int MAX_IN_A_CONVERSATION = 100;
    static final long MAX_BYTES_IN_A_CONVERSATION = 200L * 1024 * 1024;
    /** Unsent recordings are deleted after this, whatever the shop's retention. */
    static final Duration UNSENT_FOR = Duration.ofHours(24);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    /** The speech server's timeout and a little more. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RecordingRepository repository;
    private final OwnRecordings own;
    private final Visitors visitors;
    private final Sound sound;
    private final SoundFiles files;
    private final RecordingTranscriber transcriber;
    private final Uploads uploads;
    private final Clips clips;
    private final Tenants tenants;
    private final Ids ids;
    private final Clock clock;

    Recordings(RecordingRepository repository, OwnRecordings own, Visitors visitors, Sound sound, SoundFiles files,
            RecordingTranscriber transcriber, Uploads uploads,
            Clips clips, Tenants tenants, Ids ids, Clock clock) {
        this.repository = repository;
        this.own = own;
        this.visitors = visitors;
        this.sound = sound;
        this.files = files;
        this.transcriber = transcriber;
        this.uploads = uploads;
        this.clips = clips;
        this.tenants = tenants;
        this.ids = ids;
        this.clock = clock;
    }

    /** Streams the form to disk; refuses before reading if the shop accepts no recordings. */
    public Uni<Upload> receive(TenantId tenant, RoutingContext exchange) {
        return shop(tenant).chain(shop -> uploads.receive(exchange, Clips.LARGEST, Clips::tooLarge));
    }

    /** Idempotent by id; retries a failed transcription. Completes even if cancelled, since the call is paid. */
    public Uni<TranscribedRecording> transcribe(RecordingOwner owner, RecordingUpload upload) {
        return undisturbed(() -> shop(owner.tenant()).chain(shop -> upload.file() == null
                ? take(new Request(shop, owner, upload, null))
                : files.own(upload.file()).chain(own -> take(new Request(shop, owner, upload, own))
                        .eventually(() -> files.remove(own)))));
    }

    private static <T> Uni<T> undisturbed(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> work.get().subscribe().with(emitter::complete, emitter::fail));
    }

    private Uni<Tenant> shop(TenantId id) {
        return tenants.byId(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop")).invoke(shop -> {
            if (!shop.settings().voice().enabled()) {
                throw new ParleyException(Kind.FORBIDDEN, "voice_off",
                        "This shop takes no voice messages. An administrator can turn them on in the console.");
            }
        });
    }

    /** @param file the upload, now ours; null if none was sent */
    private record Request(Tenant shop, RecordingOwner owner, RecordingUpload upload, @Nullable Path file) {
        TenantId tenant() {
            return owner.tenant();
        }

        UUID id() {
            return upload.id();
        }
    }

    private Uni<TranscribedRecording> take(Request request) {
        return repository.find(request.tenant(), request.id())
                .chain(found -> found == null ? first(request) : again(request, found));
    }

    private Uni<TranscribedRecording> first(Request request) {
        if (request.file() == null) {
            throw new ParleyException(Kind.NOT_FOUND, "recording_gone",
                    "There is no such recording any more. Send its file, or record again.");
        }
        UUID attempt = ids.next();
        return clips.read(request.file())
                .map(clip -> clip.atMost(request.shop().settings().voice().longest()))
                .chain(clip -> repository.add(fresh(request, clip, attempt)).chain(added -> added
                        ? keep(request, clip, attempt).chain(() -> transcribe(request, clip, attempt))
                        : notAdded(request)));
    }

    private RecordingRepository.Fresh fresh(Request request, Clip clip, UUID attempt) {
        Instant now = clock.instant();
        Duration keep = request.shop().settings().voice().keep();
        return new RecordingRepository.Fresh(request.owner(), request.upload(), clip.format(), clip.length(),
                clip.size(), now, now.plus(keep.isZero() ? UNSENT_FOR : keep), attempt, MAX_IN_A_CONVERSATION,
                MAX_BYTES_IN_A_CONVERSATION);
    }

    private Uni<TranscribedRecording> notAdded(Request request) {
        return repository.find(request.tenant(), request.id()).chain(found -> {
            if (found == null) {
                throw new ParleyException(Kind.CONFLICT, "too_many_recordings",
                        "This conversation has as many recordings as it may have. Type the message instead.");
            }
            return again(request, found);
        });
    }

    private Uni<Void> keep(Request request, Clip clip, UUID attempt) {
        return request.shop().settings().voice().keepHours() == 0
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().deferred(() -> sound.keep(request.tenant(), request.id(), clip))
                        .onFailure().call(() -> letGo(request, attempt));
    }

    private Uni<Void> letGo(Request request, UUID attempt) {
        return repository.settle(request.tenant(), request.id(), attempt, null, null);
    }

    private Uni<TranscribedRecording> again(Request request, StoredRecording found) {
        return requireOwner(request, found).chain(() -> {
            if (found.transcript() != null) {
                return Uni.createFrom().item(RecordingTranscriber.answerOf(found));
            }
            UUID attempt = ids.next();
            return repository.take(request.tenant(), request.id(), attempt).chain(taken -> taken
                    ? retry(request, found, attempt)
                    : await(request, clock.instant().plus(PATIENCE)));
        });
    }

    private Uni<Void> requireOwner(Request request, StoredRecording found) {
        RecordingOwner owner = request.owner();
        Uni<Boolean> theirs = owner.visitor() == null
                ? Uni.createFrom().item(owner.conversation() != null
                        && owner.conversation().equals(found.conversation()))
                : own.isOwn(owner.tenant(), owner.visitor(), found);
        return theirs.map(is -> {
            if (!is) {
                throw new ParleyException(Kind.CONFLICT, "recording_id_taken",
                        "This id is another recording's. Make a new one for each recording, such as a random UUID.");
            }
            return null;
        });
    }

    /** Uses the new upload, else the stored audio. */
    private Uni<TranscribedRecording> retry(Request request, StoredRecording found, UUID attempt) {
        if (request.file() != null) {
            return clips.read(request.file())
                    .map(clip -> clip.atMost(request.shop().settings().voice().longest()))
                    .onFailure().call(() -> letGo(request, attempt))
                    .chain(clip -> (found.kept() ? Uni.createFrom().voidItem() : keep(request, clip, attempt))
                            .chain(() -> transcribe(request, clip, attempt)));
        }
        if (!found.kept()) {
            return letGo(request, attempt).chain(() -> {
                throw new ParleyException(Kind.UNPROCESSABLE, "recording_not_kept",
                        "The sound of this recording was not kept. Send its file again.");
            });
        }
        return Uni.createFrom().deferred(() -> sound.toFile(request.tenant(), found))
                .onFailure().call(() -> letGo(request, attempt))
                .chain(file -> transcribe(request, new Clip(file, found.format(), found.length(), found.size()),
                        attempt)
                        .eventually(() -> files.remove(file)));
    }

    private Uni<TranscribedRecording> transcribe(Request request, Clip clip, UUID attempt) {
        return transcriber.transcribe(request.shop(), request.owner(), request.upload(), clip)
                .call(transcription -> repository.settle(request.tenant(), request.id(), attempt, transcription.text(),
                        transcription.language()))
                .onFailure().call(() -> letGo(request, attempt))
                .chain(transcription -> repository.find(request.tenant(), request.id())
                        .map(found -> transcription.toRecording(request.id(), clip, found != null && found.kept())));
    }

    /** Waits for a transcription in progress. */
    private Uni<TranscribedRecording> await(Request request, Instant until) {
        return repository.find(request.tenant(), request.id()).chain(found -> {
            if (found == null || found.transcript() != null) {
                return found == null ? first(request) : Uni.createFrom().item(RecordingTranscriber.answerOf(found));
            }
            return found.busy() && clock.instant().isBefore(until)
                    ? Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN)
                            .chain(() -> await(request, until))
                    : Uni.createFrom().item(RecordingTranscriber.failureOf(found));
        });
    }

    /** Deletes an unsent recording; fails with `recording_sent` or, for another visitor's, `not_found`. */
    public Uni<Void> remove(Visitor visitor, UUID id) {
        return own.find(visitor, id).onItem().ifNull().failWith(() -> ParleyException.notFound("recording"))
                .chain(() -> repository.removeUnsent(visitor.tenant(), id))
                .map(removed -> {
                    if (!removed) {
                        throw new ParleyException(Kind.CONFLICT, "recording_sent",
                                "This recording has been sent. It goes with its conversation, or when its time is over.");
                    }
                    return null;
                });
    }

    /** Moves unsent recordings to the customer who signs in. */
    public Uni<Void> join(Visitor anonymous, Visitor known) {
        return visitors.mayJoin(anonymous, known).chain(may -> may
                ? repository.join(anonymous.tenant(), anonymous.id(), known.id())
                : Uni.createFrom().voidItem());
    }
}
