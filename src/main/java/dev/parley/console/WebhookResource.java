package dev.parley.console;

import java.util.List;
import java.util.UUID;

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
import dev.parley.tenant.CurrentAgent;
import dev.parley.tenant.TenantId;
import dev.parley.webhook.Delivery;
import dev.parley.webhook.DeliveryLog;
import dev.parley.webhook.DeliveryResponse;
import dev.parley.webhook.WebhookRequest;
import dev.parley.webhook.WebhookResponse;
import dev.parley.webhook.Webhooks;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where the shop's servers hear of events, and the log of what they were sent; the same as `/v1/webhooks`. */
@Path("/v1/console/webhooks")
@RolesAllowed("administrator")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private static final int LARGEST_PAGE = 100;

    private final CurrentAgent current;
    private final Webhooks webhooks;
    private final DeliveryLog log;

    WebhookResource(CurrentAgent current, Webhooks webhooks, DeliveryLog log) {
        this.current = current;
        this.webhooks = webhooks;
        this.log = log;
    }

    private TenantId tenant() {
        return current.agent().tenant();
    }

    @GET
    public Uni<ItemsResponse<WebhookResponse>> list() {
        return webhooks.all(tenant()).map(all -> ItemsResponse.of(all, WebhookResponse::of));
    }

    @POST
    @Audited("webhook.add")
    public Uni<Response> create(@Nullable WebhookRequest request) {
        WebhookRequest given = Checked.body(request);
        return webhooks.add(tenant(), given.url(), given.events())
                .map(keyed -> Response.status(201).header("Location", "/v1/console/webhooks/" + keyed.webhook().id())
                        .header("Cache-Control", "no-store").entity(WebhookResponse.of(keyed)).build());
    }

    @GET
    @Path("{id}")
    public Uni<WebhookResponse> get(String id) {
        return webhooks.get(tenant(), webhook(id)).map(WebhookResponse::of);
    }

    @PUT
    @Path("{id}")
    @Audited("webhook.change")
    public Uni<WebhookResponse> replace(String id, @Nullable WebhookRequest request) {
        WebhookRequest given = Checked.body(request);
        return webhooks.change(tenant(), webhook(id), given.url(), given.events()).map(WebhookResponse::of);
    }

    @DELETE
    @Path("{id}")
    @Audited("webhook.remove")
    public Uni<Void> delete(String id) {
        return webhooks.remove(tenant(), webhook(id));
    }

    @POST
    @Path("{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.pause")
    public Uni<WebhookResponse> pause(String id) {
        return webhooks.pause(tenant(), webhook(id)).map(WebhookResponse::of);
    }

    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.resume")
    public Uni<WebhookResponse> resume(String id) {
        return webhooks.resume(tenant(), webhook(id)).map(WebhookResponse::of);
    }

    /** For 24 hours both secrets sign. */
    @POST
    @Path("{id}/rotate-secret")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.rotate_secret")
    public Uni<Response> rotateSecret(String id) {
        return webhooks.rotateSecret(tenant(), webhook(id))
                .map(keyed -> Response.ok(WebhookResponse.of(keyed)).header("Cache-Control", "no-store").build());
    }

    /** Answers when the shop's server has answered, or not in time. */
    @POST
    @Path("{id}/test")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.test")
    public Uni<DeliveryResponse> test(String id) {
        return log.test(tenant(), webhook(id)).map(DeliveryResponse::of);
    }

    @GET
    @Path("{id}/deliveries")
    public Uni<ItemsResponse<DeliveryResponse>> deliveries(String id,
            @QueryParam("limit") @DefaultValue("20") String limit, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("state") @Nullable String state) {
        int most = Checked.limit(limit, LARGEST_PAGE);
        return log.page(tenant(), webhook(id), cursor, state, most).map(found -> page(found, most));
    }

    private static ItemsResponse<DeliveryResponse> page(List<Delivery> found, int most) {
        return new ItemsResponse<>(found.stream().map(DeliveryResponse::of).toList(),
                found.size() < most ? null : found.getLast().cursor());
    }

    @GET
    @Path("{id}/deliveries/{delivery}")
    public Uni<DeliveryResponse> delivery(String id, String delivery) {
        return log.get(tenant(), webhook(id), Checked.pathId(delivery, "delivery")).map(DeliveryResponse::of);
    }

    /** Completes at once; the log tells what comes of it. */
    @POST
    @Path("{id}/deliveries/{delivery}/redeliver")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.redeliver")
    public Uni<Response> redeliver(String id, String delivery) {
        return log.redeliver(tenant(), webhook(id), Checked.pathId(delivery, "delivery"))
                .map(renewed -> Response.accepted(DeliveryResponse.of(renewed)).build());
    }

    private static UUID webhook(String text) {
        return Checked.pathId(text, "webhook");
    }
}
