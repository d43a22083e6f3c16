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
import dev.parley.voice.TranscribedRecording.Failure;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Transcribes a clip. A failure is a result, too, since the recording is stored. */
@ApplicationScoped
class RecordingTranscriber {
    private static final Logger LOG = Logger.getLogger(RecordingTranscriber.class);
    private static final Failure NO_SPEECH = new Failure("nothing_heard",
            "No words were recognised in this recording. Send it as it is, record again, or type.", false);
    private static final Failure NOT_TRANSCRIBED = new Failure("speech_failed",
            "The recording could not be transcribed just now. Try again, send it as it is, or type.", true);

    private final Speech speech;
    private final Glossary glossary;

    RecordingTranscriber(Speech speech, Glossary glossary) {
        this.speech = speech;
        this.glossary = glossary;
    }

    /** @param text null: not transcribed; empty: nothing was said */
    record Transcription(@Nullable String text, @Nullable String language, @Nullable Failure failure) {
        TranscribedRecording toRecording(UUID id, Clip clip, boolean available) {
            return new TranscribedRecording(id, text == null || text.isEmpty() ? null : text, language,
                    Math.round(clip.length().toMillis() / 10.0) / 100.0, available, failure);
        }
    }

    Uni<Transcription> transcribe(Tenant shop, RecordingOwner owner, RecordingUpload upload, Clip clip) {
        TranscriptionRequest plain = TranscriptionRequest.transcription(upload.spoken(), glossary.of(shop));
        TranscriptionRequest request = owner.conversation() == null ? plain : plain.in(owner.conversation());
        return askModel(shop.id(), upload.id(), clip, request)
                .map(transcript -> transcription(transcript, upload))
                .onFailure().recoverWithItem(failure -> new Transcription(null, null, failed(shop, upload, failure)));
    }

    Uni<Transcript> askModel(TenantId tenant, UUID recording, Clip clip, TranscriptionRequest request) {
        return speech.transcribe(tenant, recording, clip, request);
    }

    private static Transcription transcription(Transcript transcript, RecordingUpload upload) {
        String text = SpokenWords.of(transcript);
        int end = text.offsetByCodePoints(0, Math.min(VisitorMessage.LONGEST, text.codePointCount(0, text.length())));
        String language = transcript.language() == null ? upload.language() : transcript.language();
        return new Transcription(text.substring(0, end), language, text.isEmpty() ? NO_SPEECH : null);
    }

    private static Failure failed(Tenant shop, RecordingUpload upload, Throwable failure) {
        if (failure instanceof ParleyException refused) {
            return new Failure(refused.code(), refused.detail(), refused.retryable());
        }
        LOG.errorf(failure, "tenant=%s recording=%s could not be transcribed", shop.id(), upload.id());
        return NOT_TRANSCRIBED;
    }

    /** The result of an earlier transcription. */
    static TranscribedRecording answerOf(StoredRecording found) {
        String text = found.transcript() == null || found.transcript().isEmpty() ? null : found.transcript();
        return new TranscribedRecording(found.id(), text, found.language(), found.seconds(), found.kept(),
                text == null ? NO_SPEECH : null);
    }

    /** The result if another attempt failed. */
    static TranscribedRecording failureOf(StoredRecording found) {
        return new TranscribedRecording(found.id(), null, found.language(), found.seconds(), found.kept(),
                NOT_TRANSCRIBED);
    }
}
