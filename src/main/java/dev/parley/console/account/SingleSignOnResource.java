package dev.parley.console.account;

import java.net.URI;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.CallerAddress;
import dev.parley.platform.RetryLaterException;
import dev.parley.signin.SingleSignOn;
import dev.parley.signin.SingleSignOn.Begun;
import dev.parley.signin.SingleSignOn.Done;
import dev.parley.signin.SingleSignOn.Returned;
import dev.parley.signin.SsoRefusedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sign-in options and single sign-on. Browsers come here directly, so every answer leads to a page. */
@Path("/v1/console")
@PermitAll
public class SingleSignOnResource {
    private static final Logger LOG = Logger.getLogger(SingleSignOnResource.class);

    private final SingleSignOn sso;
    private final CallerAddress callers;
    private final Cookies cookies;

    SingleSignOnResource(SingleSignOn sso, CallerAddress callers, Cookies cookies) {
        this.cookies = cookies;
        this.sso = sso;
        this.callers = callers;
    }

    /** {@code sso} is absent without a provider. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OptionsResponse(boolean password, @Nullable SsoResponse sso) {}

    public record SsoResponse(String name, String href) {}

    @Operation(operationId = "getSignInOptions", summary = "Tells how agents may sign in",
            description = "`sso` is there where an identity provider is set up.")
    @GET
    @Path("sign-in-options")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public OptionsResponse options() {
        return new OptionsResponse(true,
                sso.name().map(name -> new SsoResponse(name, "/v1/console/sso")).orElse(null));
    }

    @Operation(operationId = "beginSingleSignOn", summary = "Leads to the identity provider",
            description = "For the browser itself: a link, no fetch.")
    @APIResponse(responseCode = "303", description = "To the provider.")
    @GET
    @Path("sso")
    @PermitAll
    public Uni<Response> leave(
            @Parameter(description = "The shop's slug.") @QueryParam("tenant") @Nullable String tenant,
            @Parameter(
                    description = "Where in the console to come back to, such as `#/inbox`.") @QueryParam("return") @Nullable String back,
            @Context HttpServerRequest request) {
        return Uni.createFrom().deferred(() -> sso.begin(tenant, back))
                .map(begun -> toProvider(begun, request))
                .onFailure(SsoRefusedException.class).recoverWithItem(failure -> toSignIn(failure, request));
    }

    private Response toProvider(Begun begun, HttpServerRequest request) {
        return to(begun.address()).cookie(cookies.pending(begun.kept(), request)).build();
    }

    @Operation(operationId = "endSingleSignOn", summary = "Takes the browser back from the identity provider",
            description = "For the browser itself, which the provider sends here.")
    @APIResponse(responseCode = "303", description = """
            To `/console` with the session's cookie, or to `/console#sso=` and `cancelled`, `not_invited`,
            `disabled`, `failed` or `unavailable`.""")
    @GET
    @Path("sso/callback")
    @PermitAll
    public Uni<Response> comeBack(
            @Parameter(description = "The provider's code.") @QueryParam("code") @Nullable String code,
            @Parameter(description = "What the browser left with.") @QueryParam("state") @Nullable String state,
            @Parameter(description = "Who the provider says it is.") @QueryParam("iss") @Nullable String issuer,
            @Parameter(description = "Why there is no code.") @QueryParam("error") @Nullable String error,
            @HeaderParam("User-Agent") @Nullable String userAgent, @Context HttpServerRequest request) {
        Returned returned = new Returned(code, state, issuer, error, cookies.pending(request));
        return Uni.createFrom()
                .deferred(() -> sso.finish(returned, callers.of(request), userAgent))
                .map(done -> toConsole(done, request))
                .onFailure(RetryLaterException.class).transform(
                        tooMany -> new IllegalStateException("too many attempts"))
                .onFailure().recoverWithItem(failure -> toSignIn(failure, request));
    }

    private Response toConsole(Done done, HttpServerRequest request) {
        return to(URI.create("/console" + (done.back().isEmpty() ? "" : fragment(done.back()))))
                .cookie(cookies.noPending(request), cookies.session(done.opened().token(), request)).build();
    }

    /** A fragment cannot inject headers. */
    private static String fragment(String back) {
        return "#" + back.substring(1).replaceAll("[^A-Za-z0-9/_.~=&?-]", "");
    }

    private Response toSignIn(Throwable failure, HttpServerRequest request) {
        SsoRefusedException.Reason reason = failure instanceof SsoRefusedException refused
                ? refused.reason()
                : SsoRefusedException.Reason.FAILED;
        LOG.infof("Single sign-on, %s: %s", reason, failure.getMessage());
        return to(URI.create("/console#sso=" + reason.name().toLowerCase(Locale.ROOT)))
                .cookie(cookies.noPending(request)).build();
    }

    private static Response.ResponseBuilder to(URI address) {
        return Response.status(Response.Status.SEE_OTHER).header("Location", address.toString())
                .header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
    }
}
