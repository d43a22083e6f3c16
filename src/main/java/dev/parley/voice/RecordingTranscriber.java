package dev.parley.voice;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.VisitorMessage;
import dev.parley.platform.ParleyException;
import dev.parley.speech.Clip;
import dev.parley.speech.Speech;
import dev.parley.speech.Transcript;
import dev.parley.speech.TranscriptionRequest;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.voice.HeardRecording.Failure;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Transcribes a clip. A failure is a result, too, since the recording is stored. */
@ApplicationScoped
class RecordingTranscriber {
    private static final Logger LOG = Logger.getLogger(RecordingTranscriber.class);
    private static final Failure NOTHING_HEARD = new Failure("nothing_heard",
            "No words were recognised in this recording. Send it as it is, record again, or type.", false);
    private static final Failure UNHEARD = new Failure("speech_failed",
            "The recording could not be transcribed just now. Try again, send it as it is, or type.", true);

    private final Speech speech;
    private final Glossary glossary;

    RecordingTranscriber(Speech speech, Glossary glossary) {
        this.speech = speech;
        this.glossary = glossary;
    }

    /** @param text null: not transcribed; empty: nothing was said */
    record Outcome(@Nullable String text, @Nullable String language, @Nullable Failure failure) {
        HeardRecording told(UUID id, Clip clip, boolean available) {
            return new HeardRecording(id, text == null || text.isEmpty() ? null : text, language,
                    Math.round(clip.length().toMillis() / 10.0) / 100.0, available, failure);
        }
    }

    Uni<Outcome> hear(Tenant shop, RecordingOwner owner, RecordingUpload upload, Clip clip) {
        TranscriptionRequest plain = TranscriptionRequest.transcription(upload.spoken(), glossary.of(shop));
        TranscriptionRequest request = owner.conversation() == null ? plain : plain.in(owner.conversation());
        return transcribe(shop.id(), upload.id(), clip, request)
                .map(transcript -> outcome(transcript, upload))
                .onFailure().recoverWithItem(failure -> new Outcome(null, null, failed(shop, upload, failure)));
    }

    Uni<Transcript> transcribe(TenantId tenant, UUID recording, Clip clip, TranscriptionRequest request) {
        return speech.hear(tenant, recording, clip, request);
    }

    private static Outcome outcome(Transcript transcript, RecordingUpload upload) {
        String text = SpokenWords.of(transcript);
        int end = text.offsetByCodePoints(0, Math.min(VisitorMessage.LONGEST, text.codePointCount(0, text.length())));
        String language = transcript.language() == null ? upload.language() : transcript.language();
        return new Outcome(text.substring(0, end), language, text.isEmpty() ? NOTHING_HEARD : null);
    }

    private static Failure failed(Tenant shop, RecordingUpload upload, Throwable failure) {
        if (failure instanceof ParleyException refused) {
            return new Failure(refused.code(), refused.detail(), refused.retryable());
        }
        LOG.errorf(failure, "tenant=%s recording=%s could not be heard", shop.id(), upload.id());
        return UNHEARD;
    }

    /** The result of an earlier transcription. */
    static HeardRecording told(StoredRecording found) {
        String text = found.heard() == null || found.heard().isEmpty() ? null : found.heard();
        return new HeardRecording(found.id(), text, found.language(), found.seconds(), found.kept(),
                text == null ? NOTHING_HEARD : null);
    }

    /** The result if another attempt failed. */
    static HeardRecording unheard(StoredRecording found) {
        return new HeardRecording(found.id(), null, found.language(), found.seconds(), found.kept(), UNHEARD);
    }
}
