package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.platform.Checked;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.visitor.IdentityAdministration;
import dev.parley.visitor.IdentityBody;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** How visitors prove that they are customers. */
@Path("/v1/identity")
@RolesAllowed({"admin", "administrator"})
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class IdentityResource {
    private final CurrentShop shop;
    private final IdentityAdministration administration;

    IdentityResource(CurrentShop shop, IdentityAdministration administration) {
        this.shop = shop;
        this.administration = administration;
    }

    @Operation(operationId = "getIdentity", summary = "Tells how visitors prove who they are")
    @APIResponseSchema(value = IdentityBody.class, responseCode = "200",
            responseDescription = "The settings, without the secrets, with an `ETag`.")
    @GET
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> get() {
        return administration.get(shop.id()).map(IdentityResource::shown);
    }

    /** The ETag covers what `PUT` replaces, not the secrets. */
    private static Response shown(IdentityBody identity) {
        return Response.ok(identity).header("ETag", identity.etag()).build();
    }

    /** Replaces everything but the secrets. */
    @Operation(operationId = "replaceIdentity", summary = "Sets how visitors prove who they are",
            description = "Replaces all but the secrets.")
    @APIResponseSchema(value = IdentityBody.class, responseCode = "200",
            responseDescription = "The settings, with an `ETag`.")
    @PUT
    @Audited("identity.change")
    public Uni<Response> replace(@HeaderParam("If-Match") @Nullable String ifMatch, @Nullable IdentityBody body) {
        return administration.set(shop.id(), body, ifMatch).map(IdentityResource::shown);
    }

    /** The only answer with the secret. */
    @Operation(operationId = "addIdentitySecret",
            summary = "Makes or takes a secret that visitors' proofs are signed with",
            description = "Two may live at a time. It is shown this once.")
    @APIResponseSchema(value = IdentityBody.SecretItem.class, responseCode = "201", responseDescription = "The secret.")
    @POST
    @Path("secrets")
    @Idempotent(repeat = Idempotent.Repeat.REFUSAL)
    @Audited("identity.add_secret")
    public Uni<Response> addSecret(IdentityBody.@Nullable NewSecret body) {
        return administration.addSecret(shop.id(), body == null ? null : body.secret())
                .map(made -> Response.status(201).header("Location", "/v1/identity/secrets/" + made.id())
                        .header("Cache-Control", "no-store").entity(made).build());
    }

    @Operation(operationId = "removeIdentitySecret", summary = "Removes a secret",
            description = "What it has signed proves nothing any more.")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @DELETE
    @Path("secrets/{id}")
    @Consumes(MediaType.WILDCARD)
    @Audited("identity.remove_secret")
    public Uni<Void> removeSecret(String id) {
        return administration.removeSecret(shop.id(), Checked.pathId(id, "secret"));
    }
}
