package dev.parley.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.operator.OperatorEntry;
import dev.parley.operator.OperatorKey;
import dev.parley.operator.OperatorLog;
import dev.parley.platform.CallerAddress;
import dev.parley.platform.Checked;
import dev.parley.platform.Mail;
import dev.parley.rest.Idempotent;
import dev.parley.rest.Page;
import dev.parley.retention.ShopPurge;
import dev.parley.shop.Shop;
import dev.parley.shop.ShopRegistry;
import dev.parley.shop.ShopRemoval;
import dev.parley.shop.ShopRemovals;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

@Path("/v1/operator")
@RolesAllowed(OperatorKey.ROLE)
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ShopResource {
    private static final Logger LOG = Logger.getLogger(ShopResource.class);
    private static final int LARGEST_PAGE = 100;

    private final ShopRegistry shops;
    private final ShopRemovals removals;
    private final ShopPurge purge;
    private final OperatorLog log;
    private final Mail mail;
    private final CallerAddress callers;
    private final RoutingContext exchange;

    ShopResource(ShopRegistry shops, ShopRemovals removals, ShopPurge purge, OperatorLog log, Mail mail,
            CallerAddress callers, RoutingContext exchange) {
        this.shops = shops;
        this.removals = removals;
        this.purge = purge;
        this.log = log;
        this.mail = mail;
        this.callers = callers;
        this.exchange = exchange;
    }

    /** The only response with key and link. */
    @Operation(operationId = "createShop", summary = "Makes a shop", description = """
            The response has the shop's first API key, with all scopes, and a link for its first administrator to
            choose a password. Both are shown only once. A slug is 2 to 63 lower-case letters, digits
            and hyphens. `admin_email` defaults to `admin@` and the slug. 409 `slug_taken` if the shop exists, also if
            it is deleted but can be restored; `slug_reserved` for Parley's own names.""")
    @APIResponseSchema(value = ShopMadeResponse.class, responseCode = "201",
            responseDescription = "The shop and what opens it, with an `ETag`.")
    @POST
    @Path("shops")
    @Idempotent(repeat = Idempotent.Repeat.REFUSAL)
    public Uni<Response> create(@NotNull @Valid ShopRequest request) {
        String address = address();
        return shops.create(request.newShop())
                .call(made -> log.note("shop.create", made.shop(), address))
                .map(made -> Response.status(201).header("Location", "/v1/operator/shops/" + made.shop().slug())
                        .header("Cache-Control", "no-store").header("ETag", made.shop().etag())
                        .entity(new ShopMadeResponse(ShopResponse.of(made.shop()), made.apiKey(),
                                absolute(mail.link("/console#password=" + made.linkToken())), made.administrator(),
                                made.linkExpiresAt()))
                        .build());
    }

    private String address() {
        return callers.of(exchange.request());
    }

    /** Uses the request's host without a public address: the sender has the key and gets the link anyway. */
    private String absolute(String link) {
        HttpServerRequest request = exchange.request();
        return link.startsWith("/") ? request.scheme() + "://" + request.authority() + link : link;
    }

    @Operation(operationId = "listShops", summary = "Lists the shops",
            description = "Newest first, those that are deleted and can be restored too.")
    @APIResponse(responseCode = "200", description = "A page of shops.")
    @GET
    @Path("shops")
    public Uni<Page<ShopResponse>> list(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(LARGEST_PAGE) int most,
            @QueryParam("cursor") @Nullable String cursor) {
        return shops.list(Checked.cursor(cursor), most + 1)
                .map(found -> page(found, most, shop -> shop.id().value(), ShopResponse::of));
    }

    @Operation(operationId = "getShop", summary = "Reads a shop", description = "Nothing of what happens in it.")
    @APIResponseSchema(value = ShopResponse.class, responseCode = "200",
            responseDescription = "The shop, with an `ETag`.")
    @GET
    @Path("shops/{slug}")
    public Uni<Response> get(String slug) {
        return shops.get(slug).map(ShopResource::shown);
    }

    private static Response shown(Shop shop) {
        return Response.ok(ShopResponse.of(shop)).header("ETag", shop.etag()).build();
    }

    /** Absent fields stay. `deleted` false restores a deleted shop first. */
    @Operation(operationId = "changeShop", summary = "Changes, suspends or restores a shop", description = """
            Absent fields stay unchanged; a limit of null returns to the service's default. `suspended` true: visitors
            read in their language that the chat is paused, agents and API keys are read-only (403 `shop_suspended`),
            and the bot neither answers nor spends. `deleted` false restores a deleted shop until its purge begins.""")
    @APIResponseSchema(value = ShopResponse.class, responseCode = "200",
            responseDescription = "The shop, with its new `ETag`.")
    @PATCH
    @Path("shops/{slug}")
    public Uni<Response> change(String slug, @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ShopRequest wanted) {
        wanted.change(slug);
        String address = address();
        Uni<Shop> restored = wanted.restores()
                ? shops.restore(slug, ifMatch).call(shop -> log.note("shop.restore", shop, address))
                : shops.get(slug);
        return restored.chain(shop -> wanted.changes() || !wanted.restores()
                ? shops.change(slug, wanted.change(slug), wanted.restores() ? null : ifMatch)
                        .call(changed -> log.note(action(wanted), changed, address))
                : Uni.createFrom().item(shop))
                .map(ShopResource::shown);
    }

    private static String action(ShopRequest wanted) {
        if (wanted.suspended() == null) {
            return "shop.change";
        }
        return wanted.suspended() ? "shop.suspend" : "shop.resume";
    }

    /** The receipt stays readable at its own address. */
    @Operation(operationId = "deleteShop", summary = "Deletes a shop", description = """
            At once it is closed to everybody; its data goes when the grace period is over (7 days,
            `PARLEY_SHOPS_GRACE`), until when a PATCH with `deleted` false restores it. The receipt is complete once
            `purged_at` and `remaining` are there.""")
    @APIResponseSchema(value = ShopRemoval.class, responseCode = "202", responseDescription = "The receipt.")
    @DELETE
    @Path("shops/{slug}")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> delete(String slug, @HeaderParam("If-Match") @Nullable String ifMatch,
            @Parameter(description = "`none`: purge it at once.",
                    example = "none") @QueryParam("grace") @Pattern(regexp = "none",
                            message = "is `none` to purge the shop at once, or left out.") @Nullable String grace) {
        boolean atOnce = grace != null;
        String address = address();
        return shops.get(slug)
                .chain(shop -> shops.delete(slug, atOnce, ifMatch)
                        .call(receipt -> log.note(atOnce ? "shop.delete_at_once" : "shop.delete", shop, address)))
                .invoke(receipt -> purgeSoon(atOnce))
                .map(receipt -> Response.accepted(receipt).header("Location", "/v1/operator/receipts/" + receipt.id())
                        .build());
    }

    /** In the background: a large shop takes minutes. */
    private void purgeSoon(boolean atOnce) {
        if (atOnce) {
            purge.runIfDue().subscribe().with(purged -> {},
                    failure -> LOG.error("A deleted shop could not be purged; tried again soon", failure));
        }
    }

    @Operation(operationId = "listReceipts", summary = "Lists the receipts for deleted shops",
            description = "Newest first.")
    @APIResponse(responseCode = "200", description = "A page of receipts.")
    @GET
    @Path("receipts")
    public Uni<Page<ShopRemoval>> receipts(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(LARGEST_PAGE) int most,
            @QueryParam("cursor") @Nullable String cursor) {
        return removals.list(Checked.cursor(cursor), most + 1)
                .map(found -> page(found, most, ShopRemoval::id, receipt -> receipt));
    }

    @Operation(operationId = "getReceipt", summary = "Reads the receipt for a deleted shop", description = """
            `deleted` counts rows by kind; `remaining` counts, over all tables, what names the shop after the purge.""")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @GET
    @Path("receipts/{id}")
    public Uni<ShopRemoval> receipt(String id) {
        return removals.get(Checked.pathId(id, "receipt"));
    }

    @Operation(operationId = "listOperatorActions", summary = "Lists what was done with the operator's key",
            description = "Newest first, for a year.")
    @APIResponse(responseCode = "200", description = "A page of actions.")
    @GET
    @Path("audit")
    public Uni<Page<OperatorEntry>> audit(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(LARGEST_PAGE) int most,
            @QueryParam("cursor") @Nullable String cursor) {
        return log.list(Checked.cursor(cursor), most + 1)
                .map(found -> page(found, most, OperatorEntry::id, entry -> entry));
    }

    private static <T, R> Page<R> page(List<T> found, int max, Function<T, UUID> id, Function<T, R> shown) {
        List<T> items = found.subList(0, Math.min(max, found.size()));
        return new Page<>(items.stream().map(shown).toList(),
                found.size() > max ? id.apply(items.getLast()).toString() : null);
    }
}
