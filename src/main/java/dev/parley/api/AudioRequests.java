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
                        .chain(clip -> speech.hear(tenant, ids.next(), clip, form.request()))
                        .map(heard -> response(form, heard)));
    }

    private static Response response(AudioForm form, Transcript heard) {
        Object text = switch (form.format()) {
            case JSON -> TranscriptionResponse.brief(heard);
            case VERBOSE_JSON -> TranscriptionResponse.verbose(heard, form.request());
            case TEXT -> AudioText.plain(heard);
            case SRT -> AudioText.srt(heard);
            case VTT -> AudioText.vtt(heard);
        };
        return Response.ok(text, AudioText.contentType(form.format())).header("Cache-Control", "no-store").build();
    }

}
