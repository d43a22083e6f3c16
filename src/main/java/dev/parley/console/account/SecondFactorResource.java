package dev.parley.console.account;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.access.CurrentAgent;
import dev.parley.platform.CallerAddress;
import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.signin.SecondFactors;
import dev.parley.signin.SecondFactors.Secret;
import dev.parley.signin.SecondFactors.State;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/second-factor")
@RolesAllowed("agent")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SecondFactorResource {
    private final CurrentAgent current;
    private final SecondFactors factors;
    private final CallerAddress callers;

    SecondFactorResource(CurrentAgent current, SecondFactors factors, CallerAddress callers) {
        this.current = current;
        this.factors = factors;
        this.callers = callers;
    }

    /** Proof of identity; each operation says what it needs. */
    public record ProofRequest(@Nullable String password, @Nullable String code) {
        @Override
        public String toString() {
            return "ProofRequest[hidden]";
        }

        String knownPassword() {
            return Checked.required(password, "password");
        }

        String knownCode() {
            return Checked.required(code, "code");
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StateResponse(boolean enabled, @Nullable Instant enabledAt, int recoveryCodesLeft) {
        static StateResponse of(State state) {
            return new StateResponse(state.enabledAt() != null, state.enabledAt(), state.recoveryCodesLeft());
        }
    }

    /** Readable only here. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record CodesResponse(List<String> recoveryCodes) {}

    @Operation(operationId = "getSecondFactor", summary = "Tells how one's own second factor stands")
    @APIResponse(responseCode = "200", description = "How it stands.")
    @GET
    public Uni<StateResponse> get() {
        return factors.of(current.agent()).map(StateResponse::of);
    }

    /** The answer must not be cached. */
    @Operation(operationId = "beginSecondFactor", summary = "Begins to set up a second factor",
            description = "TOTP (RFC 6238: SHA-1, 6 digits, 30 s).")
    @APIResponseSchema(value = Secret.class, responseCode = "201", responseDescription = "The secret, shown this once.")
    @APIResponse(responseCode = "400", description = "`wrong_password`.")
    @APIResponse(responseCode = "409", description = "`second_factor_on`.")
    @POST
    public Uni<Response> begin(@NotNull @Valid ProofRequest body, @Context HttpServerRequest request) {
        return factors.begin(current.agent(), body.knownPassword(), address(request))
                .map(secret -> Response.status(201).header("Cache-Control", "no-store").entity(secret).build());
    }

    @Operation(operationId = "confirmSecondFactor", summary = "Turns the second factor on")
    @APIResponseSchema(value = SecondFactorResource.CodesResponse.class, responseCode = "200",
            responseDescription = "Ten recovery codes, shown this once.")
    @APIResponse(responseCode = "400", description = "`wrong_code`.")
    @APIResponse(responseCode = "409", description = "`second_factor_not_begun`.")
    @POST
    @Path("confirm")
    @Audited("second_factor.on")
    public Uni<Response> confirm(@NotNull @Valid ProofRequest body, @Context HttpServerRequest request) {
        return factors.confirm(current.agent(), body.knownCode(), address(request))
                .map(SecondFactorResource::told);
    }

    @Operation(operationId = "renewRecoveryCodes", summary = "Makes ten new recovery codes",
            description = "The old ones are void.")
    @APIResponseSchema(value = SecondFactorResource.CodesResponse.class, responseCode = "200",
            responseDescription = "Ten recovery codes, shown this once.")
    @APIResponse(responseCode = "400", description = "`wrong_code`.")
    @POST
    @Path("recovery-codes")
    @Audited("second_factor.new_codes")
    public Uni<Response> renewCodes(@NotNull @Valid ProofRequest body, @Context HttpServerRequest request) {
        return factors.renewCodes(current.agent(), body.knownCode(), address(request))
                .map(SecondFactorResource::told);
    }

    private static Response told(List<String> codes) {
        return Response.ok(new CodesResponse(codes)).header("Cache-Control", "no-store").build();
    }

    @Operation(operationId = "removeSecondFactor", summary = "Turns the second factor off")
    @APIResponse(responseCode = "204", description = "It is off.")
    @APIResponse(responseCode = "400", description = "`wrong_password`, `wrong_code`.")
    @POST
    @Path("remove")
    @Audited("second_factor.off")
    public Uni<Void> remove(@NotNull @Valid ProofRequest proof, @Context HttpServerRequest request) {
        return factors.remove(current.agent(), proof.knownPassword(), proof.knownCode(), address(request));
    }

    private String address(HttpServerRequest request) {
        return callers.of(request);
    }
}
