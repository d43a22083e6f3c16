package dev.parley.voice;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.speech.Clip;
import dev.parley.speech.Speech;
import dev.parley.speech.Transcript;
import dev.parley.speech.TranscriptionRequest;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

final class ScriptedTranscriber extends RecordingTranscriber {
    final List<TranscriptionRequest> wishes = new CopyOnWriteArrayList<>();
    final List<Clip> clips = new CopyOnWriteArrayList<>();
    private volatile Supplier<Uni<String>> text = () -> Uni.createFrom().item("");

    ScriptedTranscriber(Speech speech, Glossary glossary) {
        super(speech, glossary);
    }

    ScriptedTranscriber transcribes(String said) {
        text = () -> Uni.createFrom().item(said);
        return this;
    }

    ScriptedTranscriber transcribesLater(Uni<String> said) {
        text = () -> said;
        return this;
    }

    ScriptedTranscriber isDown() {
        text = () -> Uni.createFrom().failure(
                new ParleyException(Kind.UNAVAILABLE, "speech_unavailable", "The speech model does not answer."));
        return this;
    }

    @Override
    Uni<Transcript> askModel(TenantId tenant, UUID recording, Clip clip, TranscriptionRequest request) {
        wishes.add(request);
        clips.add(clip);
        return text.get().map(said -> new Transcript(said, null, "en", clip.length(), List.of(), List.of(),
                "whisper-1"));
    }
}
