package dev.parley.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.Ids;
import dev.parley.platform.upload.Uploads;
import dev.parley.speech.Clips;
import dev.parley.speech.Speech;
import dev.parley.speech.Transcript;
import dev.parley.speech.TranscriptionRequest.Task;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Receives, measures and transcribes recordings, which are deleted with the request. */
@ApplicationScoped
public class AudioRequests {
    private final Uploads uploads;
    private final Clips clips;
    private final Speech speech;
    private final Ids ids;

    AudioRequests(Uploads uploads, Clips clips, Speech speech, Ids ids) {
        this.uploads = uploads;
        this.clips = clips;
        this.speech = speech;
        this.ids = ids;
    }

    public Uni<Response> answer(TenantId tenant, RoutingContext exchange, Task task) {
        return uploads.receive(exchange, Clips.LARGEST, Clips::tooLarge)
                .map(upload -> AudioForm.of(upload, task))
                .chain(form -> clips.read(form.file())
                        .chain(clip -> speech.transcribe(tenant, ids.next(), clip, form.request()))
                        .map(transcript -> response(form, transcript)));
    }

    private static Response response(AudioForm form, Transcript transcript) {
        Object text = switch (form.format()) {
            case JSON -> TranscriptionResponse.brief(transcript);
            case VERBOSE_JSON -> TranscriptionResponse.verbose(transcript, form.request());
            case TEXT -> AudioText.plain(transcript);
            case SRT -> AudioText.srt(transcript);
            case VTT -> AudioText.vtt(transcript);
        };
        return Response.ok(text, AudioText.contentType(form.format())).header("Cache-Control", "no-store").build();
    }

}
