package dev.parley.console;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.access.CurrentAgent;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.platform.SecretBox;
import dev.parley.rest.Audited;
import dev.parley.speech.Speech;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import dev.parley.tenant.VoiceSettings;
import dev.parley.voice.RecordingPurge;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/settings/voice")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VoiceSettingsResource {
    private final CurrentAgent current;
    private final Tenants tenants;
    private final Speech speech;
    private final SecretBox secretBox;
    private final RecordingPurge recordings;

    VoiceSettingsResource(CurrentAgent current, Tenants tenants, Speech speech, SecretBox secretBox,
            RecordingPurge recordings) {
        this.recordings = recordings;
        this.current = current;
        this.tenants = tenants;
        this.speech = speech;
        this.secretBox = secretBox;
    }

    /** Absent values stay. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonIgnoreProperties("available")
    public record VoiceSettingsRequest(@Nullable Boolean enabled, @Nullable Integer maxSeconds,
            @Nullable Integer keepHours, @Nullable Boolean glossary) {}

    /** {@code available}: a speech model exists; otherwise visitors are not offered to speak. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record VoiceSettingsResponse(boolean enabled, int maxSeconds, int keepHours, boolean glossary,
            boolean available) {}

    @Operation(operationId = "getVoiceSettings", summary = "Tells whether visitors may speak",
            description = "`available`: there is a model that understands speech.")
    @APIResponseSchema(value = VoiceSettingsResource.VoiceSettingsResponse.class, responseCode = "200",
            responseDescription = "The settings, with an `ETag`.")
    @GET
    @RolesAllowed("agent")
    public Uni<Response> get() {
        return read(current.agent().tenant());
    }

    @Operation(operationId = "setVoiceSettings", summary = "Changes the settings of voice messages",
            description = "Absent fields stay unchanged.")
    @APIResponseSchema(value = VoiceSettingsResource.VoiceSettingsResponse.class, responseCode = "200",
            responseDescription = "The settings, with an `ETag`.")
    @APIResponse(responseCode = "409", description = "`no_secret_key`.")
    @PUT
    @RolesAllowed("administrator")
    @Audited("voice_settings.change")
    public Uni<Response> set(@HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid VoiceSettingsRequest request) {
        TenantId id = current.agent().tenant();
        return shop(id)
                .map(shop -> shop.settings().voice().with(request.enabled(), request.maxSeconds(), request.keepHours(),
                        request.glossary()))
                .invoke(this::requireKey)
                .chain(wanted -> tenants.setVoice(id, wanted, ifMatch)
                        .chain(() -> recordings.shorten(id, wanted.keep())))
                .chain(() -> read(id));
    }

    /** Checked here, not at the first recording. */
    private void requireKey(VoiceSettings wanted) {
        if (wanted.enabled() && wanted.keepHours() > 0 && !secretBox.canSeal()) {
            throw new ParleyException(Kind.CONFLICT, "no_secret_key",
                    "Recordings cannot be kept yet. The operator must set PARLEY_SECRET_KEY, or keep them for 0 hours.");
        }
    }

    private Uni<Response> read(TenantId id) {
        return shop(id).chain(shop -> speech.available(id).map(available -> {
            VoiceSettings set = shop.settings().voice();
            return Response.ok(new VoiceSettingsResponse(set.enabled(), set.maxSeconds(), set.keepHours(),
                    set.glossary(), available)).header("ETag", set.etag()).build();
        }));
    }

    private Uni<Tenant> shop(TenantId id) {
        return tenants.latest(id).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"));
    }
}
