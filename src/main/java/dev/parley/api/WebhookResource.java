package dev.parley.api;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.rest.Page;
import dev.parley.webhook.Delivery;
import dev.parley.webhook.DeliveryLog;
import dev.parley.webhook.DeliveryResponse;
import dev.parley.webhook.Webhook;
import dev.parley.webhook.WebhookRequest;
import dev.parley.webhook.WebhookResponse;
import dev.parley.webhook.Webhooks;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/webhooks")
@RolesAllowed({"webhooks", "administrator"})
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private static final String WEBHOOK = "webhook";
    private static final int LARGEST_PAGE = 100;

    private final CurrentShop shop;
    private final Webhooks webhooks;
    private final DeliveryLog log;

    WebhookResource(CurrentShop shop, Webhooks webhooks, DeliveryLog log) {
        this.shop = shop;
        this.webhooks = webhooks;
        this.log = log;
    }

    /** The only response with the secret. */
    @Operation(operationId = "createWebhook", summary = "Adds a webhook",
            description = "The secret is shown this once.")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "201",
            responseDescription = "The webhook with its secret.")
    @POST
    @Idempotent(repeat = Idempotent.Repeat.REFUSAL)
    @Audited("webhook.add")
    public Uni<Response> create(@Nullable WebhookRequest request) {
        WebhookRequest given = given(request);
        return webhooks.add(shop.id(), given.url(), given.events())
                .map(keyed -> Response.status(201).header("Location", "/v1/webhooks/" + keyed.webhook().id())
                        .header("Cache-Control", "no-store").entity(WebhookResponse.of(keyed)).build());
    }

    @Operation(operationId = "listWebhooks", summary = "Lists the webhooks")
    @APIResponse(responseCode = "200", description = "All of them.")
    @GET
    public Uni<Page<WebhookResponse>> list() {
        return webhooks.all(shop.id())
                .map(all -> new Page<>(all.stream().map(WebhookResponse::of).toList(), null));
    }

    @Operation(operationId = "getWebhook", summary = "Shows a webhook")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "200",
            responseDescription = "The webhook, with an `ETag`.")
    @GET
    @Path("{id}")
    public Uni<Response> get(String id) {
        return webhooks.get(shop.id(), Checked.pathId(id, WEBHOOK)).map(WebhookResource::shown);
    }

    /** The ETag covers settings, not deliveries. */
    private static Response shown(Webhook webhook) {
        return Response.ok(WebhookResponse.of(webhook)).header("ETag", webhook.etag()).build();
    }

    @Operation(operationId = "replaceWebhook", summary = "Changes a webhook's address and events",
            description = "The secret stays.")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "200",
            responseDescription = "The webhook, with an `ETag`.")
    @PUT
    @Path("{id}")
    @Audited("webhook.change")
    public Uni<Response> replace(String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable WebhookRequest request) {
        WebhookRequest given = given(request);
        return webhooks.change(shop.id(), Checked.pathId(id, WEBHOOK), given.url(), given.events(), ifMatch)
                .map(WebhookResource::shown);
    }

    @Operation(operationId = "deleteWebhook", summary = "Deletes a webhook and its log")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.remove")
    public Uni<Void> delete(String id) {
        return webhooks.remove(shop.id(), Checked.pathId(id, WEBHOOK));
    }

    @Operation(operationId = "pauseWebhook", summary = "Pauses a subscription")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "200", responseDescription = "The webhook.")
    @POST
    @Path("{id}/pause")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.pause")
    public Uni<Response> pause(String id) {
        return webhooks.pause(shop.id(), Checked.pathId(id, WEBHOOK)).map(WebhookResource::shown);
    }

    @Operation(operationId = "resumeWebhook", summary = "Delivers again")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "200", responseDescription = "The webhook.")
    @POST
    @Path("{id}/resume")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.resume")
    public Uni<Response> resume(String id) {
        return webhooks.resume(shop.id(), Checked.pathId(id, WEBHOOK)).map(WebhookResource::shown);
    }

    /** Both secrets sign for 24 hours. */
    @Operation(operationId = "rotateWebhookSecret", summary = "Makes a new secret",
            description = "For 24 hours both sign.")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "200",
            responseDescription = "The webhook with its new secret.")
    @POST
    @Path("{id}/rotate-secret")
    @Idempotent(repeat = Idempotent.Repeat.REFUSAL)
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.rotate_secret")
    public Uni<Response> rotateSecret(String id) {
        return webhooks.rotateSecret(shop.id(), Checked.pathId(id, WEBHOOK))
                .map(keyed -> Response.ok(WebhookResponse.of(keyed)).header("ETag", keyed.webhook().etag())
                        .header("Cache-Control", "no-store").build());
    }

    /** Waits for the shop's server or its timeout. */
    @Operation(operationId = "testWebhook", summary = "Sends a test event now")
    @APIResponse(responseCode = "200", description = "Its entry in the log.")
    @POST
    @Path("{id}/test")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.test")
    public Uni<DeliveryResponse> test(String id) {
        return log.test(shop.id(), Checked.pathId(id, WEBHOOK)).map(DeliveryResponse::of);
    }

    @Operation(operationId = "listDeliveries", summary = "Lists what was sent, newest first")
    @APIResponse(responseCode = "200", description = "A page of the log.")
    @GET
    @Path("{id}/deliveries")
    public Uni<Page<DeliveryResponse>> deliveries(String id,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(LARGEST_PAGE) int most,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "pending, delivered or failed.",
                    example = "failed") @QueryParam("state") @Nullable String state) {
        return log.page(shop.id(), Checked.pathId(id, WEBHOOK), cursor, state, most).map(found -> page(found, most));
    }

    private static Page<DeliveryResponse> page(List<Delivery> found, int max) {
        return new Page<>(found.stream().map(DeliveryResponse::of).toList(),
                found.size() < max ? null : found.getLast().cursor());
    }

    @Operation(operationId = "getDelivery", summary = "Shows what became of an event")
    @APIResponse(responseCode = "200", description = "Its entry in the log.")
    @GET
    @Path("{id}/deliveries/{delivery}")
    public Uni<DeliveryResponse> delivery(String id, String delivery) {
        return log.get(shop.id(), Checked.pathId(id, WEBHOOK), Checked.pathId(delivery, "delivery"))
                .map(DeliveryResponse::of);
    }

    /** Completes at once; the log shows the result. */
    @Operation(operationId = "redeliver", summary = "Sends an event again",
            description = "Under the same id; the log tells what comes of it.")
    @APIResponseSchema(value = DeliveryResponse.class, responseCode = "202",
            responseDescription = "Its entry in the log.")
    @POST
    @Path("{id}/deliveries/{delivery}/redeliver")
    @Consumes(MediaType.WILDCARD)
    @Audited("webhook.redeliver")
    public Uni<Response> redeliver(String id, String delivery) {
        return log.redeliver(shop.id(), Checked.pathId(id, WEBHOOK), Checked.pathId(delivery, "delivery"))
                .map(renewed -> Response.accepted(DeliveryResponse.of(renewed)).build());
    }

    private static WebhookRequest given(@Nullable WebhookRequest request) {
        if (request == null) {
            throw ParleyException.invalid("bad_json", "Send a JSON object with `url` and `events`.");
        }
        return request;
    }
}
