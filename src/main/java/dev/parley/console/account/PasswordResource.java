package dev.parley.console.account;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.access.ConsoleOrigin;
import dev.parley.access.CurrentAgent;
import dev.parley.platform.CallerAddress;
import dev.parley.rest.Audited;
import dev.parley.signin.AgentLinks;
import dev.parley.signin.AgentPasswords;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {
    private final CurrentAgent current;
    private final AgentPasswords passwords;
    private final AgentLinks links;
    private final LinkMails mails;
    private final ConsoleOrigin origin;
    private final CallerAddress callers;

    PasswordResource(CurrentAgent current, AgentPasswords passwords, AgentLinks links, LinkMails mails,
            ConsoleOrigin origin,
            CallerAddress callers) {
        this.current = current;
        this.passwords = passwords;
        this.links = links;
        this.mails = mails;
        this.origin = origin;
        this.callers = callers;
    }

    /** With the current password. */
    public record ChangeRequest(@NotBlank String current, @NotBlank String password) {
        @Override
        public String toString() {
            return "ChangeRequest[hidden]";
        }
    }

    /** {@code tenant} is optional. */
    public record ForgottenRequest(@NotBlank String email, @Nullable String tenant) {}

    /** {@code token} comes from the link. */
    public record ChoiceRequest(@NotBlank String token, @NotBlank String password) {
        @Override
        public String toString() {
            return "ChoiceRequest[hidden]";
        }
    }

    @Operation(operationId = "changePassword", summary = "Changes one's own password",
            description = "Ends the other sessions.")
    @APIResponse(responseCode = "204", description = "It is changed.")
    @APIResponse(responseCode = "400", description = "`wrong_password`, or the new one will not do (`bad_password`).")
    @APIResponse(responseCode = "429", description = "Too many wrong attempts; `Retry-After` says when to come again.")
    @PUT
    @Path("password")
    @RolesAllowed("agent")
    @Audited("password.change")
    public Uni<Void> change(@NotNull @Valid ChangeRequest given, @Context HttpServerRequest request) {
        return passwords.changePassword(current.signedIn(), given.current(),
                given.password(), callers.of(request));
    }

    /** Always 202. */
    @Operation(operationId = "forgetPassword", summary = "Sends a link for a new password",
            description = "The response is the same with and without an account, so that it does not reveal who has one.")
    @APIResponse(responseCode = "202", description = "A link is sent if the agent exists.")
    @POST
    @Path("password-reset")
    @PermitAll
    public Uni<Response> forgotten(@NotNull @Valid ForgottenRequest given, @Context HttpServerRequest request) {
        origin.require(request);
        return links
                .forgotten(given.email(), given.tenant(), callers.of(request), mails::send)
                .map(begun -> Response.accepted().build());
    }

    @Operation(operationId = "choosePassword", summary = "Chooses a password",
            description = "With the token of an invitation or of a reset link.")
    @APIResponse(responseCode = "204", description = "It is set.")
    @APIResponse(responseCode = "400", description = "`link_invalid`: it has been used or is over; `bad_password`.")
    @POST
    @Path("password-reset/confirm")
    @PermitAll
    public Uni<Void> choose(@NotNull @Valid ChoiceRequest given, @Context HttpServerRequest request) {
        origin.require(request);
        return links.use(given.token(), given.password());
    }
}
