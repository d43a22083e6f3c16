package dev.parley.console;

import java.time.Duration;
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
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.access.CurrentAgent;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.retention.RetentionConfig;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.TenantId;
import dev.parley.tenant.TenantSettings;
import dev.parley.tenant.Tenants;
import dev.parley.tenant.WidgetSettings;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/settings/widget")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WidgetSettingsResource {
    private final CurrentAgent current;
    private final Tenants tenants;
    private final long usualHours;

    WidgetSettingsResource(CurrentAgent current, Tenants tenants, RetentionConfig retention) {
        this.current = current;
        this.tenants = tenants;
        this.usualHours = Duration.ofDays(retention.days()).toHours();
    }

    /** {@code tenant} is the slug; a null {@code retentionHours} means the operator's default. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WidgetSettingsResponse(String tenant, String shop, String botName, String greeting,
            List<String> starters, String accent, String locale, String assistantNotice, String handoffHint,
            @Nullable String tone, List<String> allowedOrigins, @Nullable Long retentionHours,
            long defaultRetentionHours, Map<String, Map<String, String>> sentences) {
        static WidgetSettingsResponse of(Tenant shop, long usualHours) {
            TenantSettings set = shop.settings();
            return new WidgetSettingsResponse(shop.slug(), shop.name(), set.botName(), set.greeting(), set.starters(),
                    set.accent(), set.locale(), set.assistantNotice(), set.handoffHint(), set.tone(),
                    set.allowedOrigins(), shop.retention() == null ? null : shop.retention().toHours(), usualHours,
                    set.sentences());
        }
    }

    @Operation(operationId = "getWidgetSettings", summary = "Tells how the chat looks and speaks")
    @APIResponseSchema(value = WidgetSettingsResource.WidgetSettingsResponse.class, responseCode = "200",
            responseDescription = "The settings, with an `ETag`.")
    @GET
    @RolesAllowed("agent")
    public Uni<Response> get() {
        return read(current.agent().tenant());
    }

    @Operation(operationId = "setWidgetSettings", summary = "Replaces how the chat looks and speaks",
            description = "All of them; `sentences` that are left out stay. Visitors' next sessions have them.")
    @APIResponseSchema(value = WidgetSettingsResource.WidgetSettingsResponse.class, responseCode = "200",
            responseDescription = "The settings, with an `ETag`.")
    @PUT
    @RolesAllowed("administrator")
    @Audited("widget_settings.change")
    public Uni<Response> set(@HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid WidgetSettingsRequest body) {
        TenantId tenant = current.agent().tenant();
        return tenants.setWidget(tenant, body.wanted(), ifMatch).chain(() -> read(tenant));
    }

    private Uni<Response> read(TenantId tenant) {
        return tenants.latest(tenant).onItem().ifNull().failWith(() -> ParleyException.notFound("shop"))
                .map(shop -> Response.ok(WidgetSettingsResponse.of(shop, usualHours))
                        .header("ETag", WidgetSettings.etag(shop)).build());
    }
}
