package dev.parley.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.CurrentTenant;
import dev.parley.webhook.Delivery;
import dev.parley.webhook.DeliveryLog;
import dev.parley.webhook.DeliveryResponse;
import dev.parley.webhook.WebhookRequest;
import dev.parley.webhook.WebhookResponse;
import dev.parley.webhook.Webhooks;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Where a shop's servers hear of events, and the log of what they were sent. */
@Path("/v1/webhooks")
@RolesAllowed("webhooks")
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private static final String WEBHOOK = "webhook";
    private static final int LARGEST_PAGE = 100;

    private final CurrentTenant tenant;
    private final Webhooks webhooks;
    private final DeliveryLog log;

    WebhookResource(CurrentTenant tenant, Webhooks webhooks, DeliveryLog log) {
        this.tenant = tenant;
        this.webhooks = webhooks;
        this.log = log;
    }

    /** The secret is in this response and in no other. */
    @POST
    @Idempotent(repeat = Idempotent.Repeat.REFUSAL)
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "201")
    @AuditedAs("webhook.add")
    public Uni<Response> create(@Nullable WebhookRequest request) {
        WebhookRequest given = given(request);
        return webhooks.add(tenant.id(), given.url(), given.events())
                .map(keyed -> Response.status(201).header("Location", "/v1/webhooks/" + keyed.webhook().id())
                        .entity(WebhookResponse.of(keyed)).build());
    }

    @GET
    public Uni<Page<WebhookResponse>> list() {
        return webhooks.all(tenant.id())
                .map(all -> new Page<>(all.stream().map(WebhookResponse::of).toList(), null));
    }

    @GET
    @Path("{id}")
    public Uni<WebhookResponse> get(String id) {
        return webhooks.get(tenant.id(), Checked.pathId(id, WEBHOOK)).map(WebhookResponse::of);
    }

    @PUT
    @Path("{id}")
    @AuditedAs("webhook.change")
    public Uni<WebhookResponse> replace(String id, @Nullable WebhookRequest request) {
        WebhookRequest given = given(request);
        return webhooks.change(tenant.id(), Checked.pathId(id, WEBHOOK), given.url(), given.events())
                .map(WebhookResponse::of);
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @AuditedAs("webhook.remove")
    public Uni<Void> delete(String id) {
        return webhooks.remove(tenant.id(), Checked.pathId(id, WEBHOOK));
    }

    @POST
    @Path("{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @AuditedAs("webhook.pause")
    public Uni<WebhookResponse> pause(String id) {
        return webhooks.pause(tenant.id(), Checked.pathId(id, WEBHOOK)).map(WebhookResponse::of);
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @AuditedAs("webhook.resume")
    public Uni<WebhookResponse> resume(String id) {
        return webhooks.resume(tenant.id(), Checked.pathId(id, WEBHOOK)).map(WebhookResponse::of);
    }

    /** For 24 hours both secrets sign. */
    @POST
    @Path("{id}/rotate-secret")
    @Idempotent(repeat = Idempotent.Repeat.REFUSAL)
    @Consumes(MediaType.WILDCARD)
    @AuditedAs("webhook.rotate_secret")
    public Uni<WebhookResponse> rotateSecret(String id) {
        return webhooks.rotateSecret(tenant.id(), Checked.pathId(id, WEBHOOK)).map(WebhookResponse::of);
    }

    /** Answers when the shop's server has answered, or not in time. */
    @POST
    @Path("{id}/test")
    @Consumes(MediaType.WILDCARD)
    @AuditedAs("webhook.test")
    public Uni<DeliveryResponse> test(String id) {
        return log.test(tenant.id(), Checked.pathId(id, WEBHOOK)).map(DeliveryResponse::of);
    }

    @GET
    @Path("{id}/deliveries")
    public Uni<Page<DeliveryResponse>> deliveries(String id, @QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("state") @Nullable String state) {
        int most = Checked.limit(limit, LARGEST_PAGE);
        return log.page(tenant.id(), Checked.pathId(id, WEBHOOK), cursor, state, most).map(found -> page(found, most));
    }

    private static Page<DeliveryResponse> page(List<Delivery> found, int most) {
        return new Page<>(found.stream().map(DeliveryResponse::of).toList(),
                found.size() < most ? null : found.getLast().cursor());
    }

    @GET
    @Path("{id}/deliveries/{delivery}")
    public Uni<DeliveryResponse> delivery(String id, String delivery) {
        return log.get(tenant.id(), Checked.pathId(id, WEBHOOK), Checked.pathId(delivery, "delivery"))
                .map(DeliveryResponse::of);
    }

    /** Completes at once; the log tells what comes of it. */
    @POST
    @Path("{id}/deliveries/{delivery}/redeliver")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = DeliveryResponse.class, responseCode = "202")
    @AuditedAs("webhook.redeliver")
    public Uni<Response> redeliver(String id, String delivery) {
        return log.redeliver(tenant.id(), Checked.pathId(id, WEBHOOK), Checked.pathId(delivery, "delivery"))
                .map(renewed -> Response.accepted(DeliveryResponse.of(renewed)).build());
    }

    private static WebhookRequest given(@Nullable WebhookRequest request) {
        if (request == null) {
            throw ParleyException.invalid("bad_json", "Send a JSON object with `url` and `events`.");
        }
        return request;
    }
}
