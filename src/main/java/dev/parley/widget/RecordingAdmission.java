package dev.parley.widget;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

import dev.parley.allowance.Allowances;
import dev.parley.platform.CallerAddress;
import dev.parley.platform.ParleyException;
import dev.parley.platform.ParleyException.Kind;
import dev.parley.tenant.Tenant;
import dev.parley.tenant.Tenants;
import dev.parley.visitor.Visitor;
import dev.parley.visitor.VisitorTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Admits visitors' recordings: token, origin and the rate limit of messages. */
class RecordingAdmission {
    private static final String VISITOR = "parley.voice.visitor";

    private final Tenants tenants;
    private final VisitorTokens tokens;
    private final Allowances allowances;
    private final CallerAddress callers;

    RecordingAdmission(Tenants tenants, VisitorTokens tokens, Allowances allowances, CallerAddress callers) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.allowances = allowances;
        this.callers = callers;
    }

    Uni<Response> preflight(@Nullable String origin) {
        return tenants.anyPermits(origin).map(permitted -> {
            Response.ResponseBuilder answer = Response.noContent().header("Vary", "Origin");
            return origin == null || !permitted
                    ? answer.build()
                    : answer.header("Access-Control-Allow-Origin", origin)
                            .header("Access-Control-Allow-Methods", "GET, POST, DELETE")
                            .header("Access-Control-Allow-Headers", "authorization, range")
                            .header("Access-Control-Max-Age", "3600").build();
        });
    }

    @VoiceUpload
    @ServerRequestFilter
    public Uni<Void> check(ContainerRequestContext request, RoutingContext exchange) {
        return visitor(request.getHeaderString("Authorization"))
                .chain(visitor -> permit(visitor, request.getHeaderString("Origin"), exchange)
                        .invoke(shop -> count(shop, visitor, exchange))
                        .invoke(shop -> exchange.put(VISITOR, visitor)))
                .replaceWithVoid();
    }

    static Visitor visitor(RoutingContext exchange) {
        return exchange.get(VISITOR);
    }

    private void count(Tenant shop, Visitor visitor, RoutingContext exchange) {
        allowances.message(shop.id(), shop.limits().messagesPerMinute(), visitor.id(),
                callers.of(exchange.request()));
    }

    Uni<Visitor> visitor(@Nullable String authorization) {
        String token = authorization != null && authorization.startsWith("Bearer ") ? authorization.substring(7) : "";
        return tokens.verify(token).onItem().ifNull().failWith(() -> new ParleyException(Kind.UNAUTHENTICATED,
                "token_invalid", "This token is not valid any more. Get a new one."))
                .map(VisitorTokens.Read::visitor);
    }

    /** Only the shop's pages may read refusals. */
    Uni<Tenant> permit(Visitor visitor, @Nullable String origin, RoutingContext exchange) {
        return tenants.byId(visitor.tenant()).map(shop -> {
            exchange.response().putHeader("Vary", "Origin, Authorization");
            if (shop == null) {
                throw ParleyException.notFound("shop");
            }
            if (origin != null && shop.allowedOrigins().permit(origin)) {
                exchange.response().putHeader("Access-Control-Allow-Origin", origin);
                exchange.response().putHeader("Access-Control-Expose-Headers",
                        "Retry-After, Content-Range, Accept-Ranges");
            }
            if (shop.suspended()) {
                throw new ParleyException(Kind.FORBIDDEN, ClosedShop.CODE, "This shop's chat is closed for now.");
            }
            return shop;
        });
    }
}
