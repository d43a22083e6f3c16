package dev.parley.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.CurrentAgent;
import dev.parley.language.Language;
import dev.parley.language.Sentence;
import dev.parley.language.Sentences;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.tenant.OwnSentences;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/settings/sentences")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SentenceSettingsResource {
    private final CurrentAgent current;
    private final Tenants tenants;
    private final Sentences sentences;

    SentenceSettingsResource(CurrentAgent current, Tenants tenants, Sentences sentences) {
        this.current = current;
        this.tenants = tenants;
        this.sentences = sentences;
    }

    /**
     * The sentences in REST. {@code locale} is for visitors with another language; {@code keys} have the order of a
     * conversation; {@code places} are placeholders by key; others are by language and key.
     */
    public record SentenceSettings(String locale, List<String> languages, List<String> keys, Map<String, String> places,
            Map<String, Map<String, String>> defaults, Map<String, Map<String, String>> sentences) {}

    /** Replaces all; absent sentences are Parley's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SentencesRequest(@Nullable Map<String, @Nullable Map<String, @Nullable String>> sentences) {}

    @Operation(operationId = "getSentences", summary = "Shows Parley's own sentences and the shop's")
    @APIResponseSchema(value = SentenceSettingsResource.SentenceSettings.class, responseCode = "200",
            responseDescription = "By language and key, with an `ETag`.")
    @GET
    @RolesAllowed("agent")
    public Uni<Response> get() {
        return read(current.agent().tenant());
    }

    @Operation(operationId = "setSentences", summary = "Replaces the shop's sentences",
            description = "Absent fields use Parley's own sentences.")
    @APIResponseSchema(value = SentenceSettingsResource.SentenceSettings.class, responseCode = "200",
            responseDescription = "By language and key, with an `ETag`.")
    @PUT
    @RolesAllowed("administrator")
    @Audited("sentences.change")
    public Uni<Response> set(@HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SentencesRequest body) {
        TenantId tenant = current.agent().tenant();
        Map<String, @Nullable Map<String, @Nullable String>> typed = body.sentences();
        if (typed == null) {
            throw ParleyException.field("sentences", "bad_sentences", "has texts by key in each language.");
        }
        OwnSentences own = new OwnSentences(WidgetSettingsRequest.checked(typed));
        return tenants.setSentences(tenant, own, ifMatch).chain(() -> read(tenant));
    }

    private Uni<Response> read(TenantId tenant) {
        return tenants.latest(tenant).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .map(this::shown);
    }

    private Response shown(Tenant shop) {
        OwnSentences own = new OwnSentences(shop.settings().sentences());
        return Response.ok(new SentenceSettings(shop.settings().locale(),
                Sentences.SPOKEN.stream().map(Language::code).toList(),
                Arrays.stream(Sentence.values()).map(Sentence::key).toList(), Sentences.places(), sentences.defaults(),
                own.byLanguage())).header("ETag", own.etag()).build();
    }
}
