package dev.parley.console.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.access.ConsoleOrigin;
import dev.parley.access.CurrentAgent;
import dev.parley.agent.SignedIn;
import dev.parley.platform.CallerAddress;
import dev.parley.signin.AgentSessions;
import dev.parley.signin.SignIn;
import dev.parley.signin.SignIn.Credentials;
import dev.parley.tenant.Tenants;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

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
    private final Cookies cookies;

    SessionResource(SignIn signIn, AgentSessions sessions, ConsoleOrigin origin, CurrentAgent current,
            Tenants tenants, CallerAddress callers, Cookies cookies) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.origin = origin;
        this.current = current;
        this.tenants = tenants;
        this.callers = callers;
        this.cookies = cookies;
    }

    /** CSRF is checked here, since there is no session yet. */
    @Operation(operationId = "signIn", summary = "Signs an agent in",
            description = "`tenant` is needed where the address is known in several shops.")
    @APIResponseSchema(value = SessionResponse.class, responseCode = "201",
            responseDescription = "The session; the answer sets its cookie.")
    @APIResponse(responseCode = "401", description = """
            `sign_in_failed`; `second_factor_needed`: repeat the request with `code`; `second_factor_wrong`.""")
    @APIResponse(responseCode = "429", description = "Too many wrong attempts; `Retry-After` says when to come again.")
    @POST
    @PermitAll
    public Uni<Response> open(@NotNull @Valid SessionRequest given, @Context HttpServerRequest request,
            @HeaderParam("User-Agent") @Nullable String userAgent) {
        origin.require(request);
        Credentials credentials = new Credentials(given.email(),
                given.password(), given.tenant(), given.code());
        return signIn.signIn(credentials, callers.of(request), userAgent, cookies.device(request))
                .chain(entered -> describe(entered.opened().signedIn())
                        .map(session -> Response.status(201).entity(session)
                                .cookie(cookies.session(entered.opened().token(), request),
                                        cookies.device(entered.device(), request))
                                .build()));
    }

    @Operation(operationId = "getSession", summary = "Tells who is signed in")
    @APIResponse(responseCode = "200", description = "The session, its agent and shop.")
    @GET
    @RolesAllowed("agent")
    public Uni<SessionResponse> get() {
        return describe(current.signedIn());
    }

    @Operation(operationId = "signOut", summary = "Signs out")
    @APIResponse(responseCode = "204", description = "The session has ended.")
    @DELETE
    @RolesAllowed("agent")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> close(@Context HttpServerRequest request) {
        SignedIn signedIn = current.signedIn();
        return sessions.close(signedIn.agent().tenant(), signedIn.agent().id(), signedIn.session())
                .map(done -> Response.noContent().cookie(cookies.noSession(request)).build());
    }

    private Uni<SessionResponse> describe(SignedIn signedIn) {
        return tenants.byId(signedIn.agent().tenant())
                .map(shop -> new SessionResponse(signedIn.session(), AgentResponse.of(signedIn.agent()),
                        shop == null ? "" : shop.name(), shop == null ? "" : shop.slug(),
                        shop != null && shop.suspended()));
    }
}
