package dev.parley.console;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.CallerAddress;
import dev.parley.tenant.AgentSessions;
import dev.parley.tenant.ConsoleOrigin;
import dev.parley.tenant.CurrentAgent;
import dev.parley.tenant.SignIn;
import dev.parley.tenant.SignIn.Credentials;
import dev.parley.tenant.SignedIn;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Path("/v1/console/session")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    private final SignIn signIn;
    private final AgentSessions sessions;
    private final ConsoleOrigin origin;
    private final CurrentAgent current;
    private final Tenants tenants;
    private final CallerAddress callers;

    SessionResource(SignIn signIn, AgentSessions sessions, ConsoleOrigin origin, CurrentAgent current,
            Tenants tenants, CallerAddress callers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.origin = origin;
        this.current = current;
        this.tenants = tenants;
        this.callers = callers;
    }

    /** Nobody is signed in yet, so that what keeps foreign pages out must be asked for here. */
    @POST
    @PermitAll
    public Uni<Response> open(@Nullable SessionRequest body, @Context HttpServerRequest request,
            @HeaderParam("User-Agent") @Nullable String userAgent, @HeaderParam("Origin") @Nullable String page,
            @CookieParam(DeviceCookie.NAME) @Nullable String device) {
        origin.require(request);
        SessionRequest wish = Checked.body(body);
        Credentials credentials = new Credentials(Checked.required(wish.email(), "email"),
                Checked.required(wish.password(), "password"), wish.tenant(), wish.code());
        return signIn.signIn(credentials, callers.of(request), userAgent, device)
                .chain(entered -> describe(entered.opened().signedIn())
                        .map(session -> Response.status(201).entity(session)
                                .cookie(AgentCookie.holding(entered.opened().token(), isSecure(page)),
                                        DeviceCookie.of(entered.device(), isSecure(page)))
                                .build()));
    }

    @GET
    @RolesAllowed("agent")
    public Uni<SessionResponse> get() {
        return describe(current.signedIn());
    }

    @DELETE
    @RolesAllowed("agent")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> close(@HeaderParam("Origin") @Nullable String page) {
        SignedIn signedIn = current.signedIn();
        return sessions.close(signedIn.agent().tenant(), signedIn.agent().id(), signedIn.session())
                .map(done -> Response.noContent().cookie(AgentCookie.gone(isSecure(page))).build());
    }

    private Uni<SessionResponse> describe(SignedIn signedIn) {
        return tenants.byId(signedIn.agent().tenant())
                .map(shop -> new SessionResponse(signedIn.session(), AgentResponse.of(signedIn.agent()),
                        shop == null ? "" : shop.name(), shop == null ? "" : shop.slug(),
                        shop != null && shop.suspended()));
    }

    /** The page's own address says whether it came over https; behind a proxy our connection does not. */
    private static boolean isSecure(@Nullable String page) {
        return page != null && page.startsWith("https://");
    }
}
