package dev.parley.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
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
import dev.parley.platform.ParleyException;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The shops of this Parley, for whoever runs it. */
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

    /** The key and the link are in this response and in no other. */
    @POST
    @Path("shops")
    @Idempotent(repeat = Idempotent.Repeat.REFUSAL)
    @APIResponseSchema(value = ShopMadeResponse.class, responseCode = "201")
    public Uni<Response> create(@Nullable ShopRequest request) {
        String address = address();
        return shops.create(Checked.body(request).wish())
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

    /** With the request's own host where nobody has said how people reach this Parley: whoever sent it has the key, and gets the link. */
    private String absolute(String link) {
        HttpServerRequest request = exchange.request();
        return link.startsWith("/") ? request.scheme() + "://" + request.authority() + link : link;
    }

    @GET
    @Path("shops")
    public Uni<Page<ShopResponse>> list(@QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Checked.limit(limit, LARGEST_PAGE);
        return shops.list(Checked.cursor(cursor), most + 1)
                .map(found -> page(found, most, shop -> shop.id().value(), ShopResponse::of));
    }

    @GET
    @Path("shops/{slug}")
    @APIResponseSchema(value = ShopResponse.class, responseCode = "200")
    public Uni<Response> get(String slug) {
        return shops.get(slug).map(ShopResource::shown);
    }

    private static Response shown(Shop shop) {
        return Response.ok(ShopResponse.of(shop)).header("ETag", shop.etag()).build();
    }

    /** What is left out stays. `deleted` false restores a deleted shop, before anything else is changed. */
    @PATCH
    @Path("shops/{slug}")
    @APIResponseSchema(value = ShopResponse.class, responseCode = "200")
    public Uni<Response> change(String slug, @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ShopRequest request) {
        ShopRequest wanted = Checked.body(request);
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

    /** The receipt; it can be read for ever at its own address. */
    @DELETE
    @Path("shops/{slug}")
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = ShopRemoval.class, responseCode = "202")
    public Uni<Response> delete(String slug, @HeaderParam("If-Match") @Nullable String ifMatch,
            @QueryParam("grace") @Nullable String grace) {
        boolean atOnce = atOnce(grace);
        String address = address();
        return shops.get(slug)
                .chain(shop -> shops.delete(slug, atOnce, ifMatch)
                        .call(receipt -> log.note(atOnce ? "shop.delete_at_once" : "shop.delete", shop, address)))
                .invoke(receipt -> purgeSoon(atOnce))
                .map(receipt -> Response.accepted(receipt).header("Location", "/v1/operator/receipts/" + receipt.id())
                        .build());
    }

    private static boolean atOnce(@Nullable String grace) {
        if (grace != null && !grace.equals("none")) {
            throw ParleyException.invalid("bad_grace",
                    "The parameter `grace` is `none` to purge the shop at once, or left out.");
        }
        return grace != null;
    }

    /** Behind the request: a large shop takes minutes. */
    private void purgeSoon(boolean atOnce) {
        if (atOnce) {
            purge.runIfDue().subscribe().with(purged -> {},
                    failure -> LOG.error("A deleted shop could not be purged; tried again soon", failure));
        }
    }

    @GET
    @Path("receipts")
    public Uni<Page<ShopRemoval>> receipts(@QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Checked.limit(limit, LARGEST_PAGE);
        return removals.list(Checked.cursor(cursor), most + 1)
                .map(found -> page(found, most, ShopRemoval::id, receipt -> receipt));
    }

    @GET
    @Path("receipts/{id}")
    public Uni<ShopRemoval> receipt(String id) {
        return removals.get(Checked.pathId(id, "receipt"));
    }

    @GET
    @Path("audit")
    public Uni<Page<OperatorEntry>> audit(@QueryParam("limit") @DefaultValue("20") String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Checked.limit(limit, LARGEST_PAGE);
        return log.list(Checked.cursor(cursor), most + 1)
                .map(found -> page(found, most, OperatorEntry::id, entry -> entry));
    }

    private static <T, R> Page<R> page(List<T> found, int most, Function<T, UUID> id, Function<T, R> shown) {
        List<T> items = found.subList(0, Math.min(most, found.size()));
        return new Page<>(items.stream().map(shown).toList(),
                found.size() > most ? id.apply(items.getLast()).toString() : null);
    }
}
