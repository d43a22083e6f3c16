package dev.parley.console;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.access.CurrentAgent;
import dev.parley.faq.FaqEntry;
import dev.parley.faq.FaqEntryResponse;
import dev.parley.faq.FaqFacets;
import dev.parley.faq.FaqParameters;
import dev.parley.faq.FaqStatus;
import dev.parley.faq.FaqStore;
import dev.parley.faq.FaqStore.Listing;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.Page;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where the shop's people write what the bot answers from. */
@Path("/v1/console/faq")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FaqEditorResource {
    private static final int LARGEST_PAGE = 200;

    private final CurrentAgent current;
    private final FaqStore store;

    FaqEditorResource(CurrentAgent current, FaqStore store) {
        this.current = current;
        this.store = store;
    }

    @GET
    @Path("entries")
    @RolesAllowed("agent")
    public Uni<Page<FaqEntryResponse>> list(@QueryParam("status") @Nullable String status,
            @QueryParam("tag") @Nullable String tag, @QueryParam("locale") @Nullable String locale,
            @QueryParam("q") @Nullable String text, @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        Listing listing = new Listing(Checked.limit(limit, LARGEST_PAGE), cursor,
                text == null ? null : FaqParameters.query(text), FaqParameters.status(status),
                FaqParameters.locale(locale), tag);
        return store.list(tenant(), listing)
                .map(page -> new Page<>(page.items().stream().map(FaqEntryResponse::of).toList(),
                        page.nextCursor()));
    }

    @GET
    @Path("facets")
    @RolesAllowed("agent")
    public Uni<FaqFacets> facets() {
        return store.facets(tenant());
    }

    @GET
    @Path("status")
    @RolesAllowed("agent")
    public Uni<FaqStatus> status() {
        return Uni.createFrom().item(store.status(tenant()));
    }

    @GET
    @Path("entries/{id}")
    @RolesAllowed("agent")
    public Uni<FaqEntryResponse> get(String id) {
        return store.get(tenant(), entryId(id)).map(FaqEntryResponse::of);
    }

    @POST
    @Path("entries")
    @RolesAllowed("supervisor")
    @Audited("faq.create")
    public Uni<Response> create(@Nullable FaqEntryRequest body) {
        return store.create(tenant(), Checked.body(body).fields())
                .map(entry -> Response.status(201).header("Location", "/v1/console/faq/entries/" + entry.id())
                        .entity(FaqEntryResponse.of(entry)).build());
    }

    /** Replaces the whole entry, unless a colleague was quicker. */
    @PUT
    @Path("entries/{id}")
    @RolesAllowed("supervisor")
    @Audited("faq.change")
    public Uni<FaqEntryResponse> change(String id, @Nullable FaqEntryRequest body) {
        FaqEntryRequest wish = Checked.body(body);
        return store.update(tenant(), entryId(id), wish.fields(), wish.seen()).map(FaqEntryResponse::of);
    }

    @PUT
    @Path("entries/{id}/status")
    @RolesAllowed("supervisor")
    @Audited("faq.status")
    public Uni<FaqEntryResponse> setStatus(String id, FaqEntryRequest.@Nullable StatusRequest body) {
        FaqEntry.Status status = FaqParameters.status(Checked.body(body).status());
        if (status == null) {
            throw ParleyException.invalid("bad_status", "The field `status` is `draft` or `published`.");
        }
        return store.setStatus(tenant(), entryId(id), status).map(FaqEntryResponse::of);
    }

    @DELETE
    @Path("entries/{id}")
    @RolesAllowed("supervisor")
    @Audited("faq.delete")
    @Consumes(MediaType.WILDCARD)
    public Uni<Void> delete(String id) {
        return store.delete(tenant(), entryId(id));
    }

    private TenantId tenant() {
        return current.agent().tenant();
    }

    private static UUID entryId(String id) {
        return Checked.pathId(id, "FAQ entry");
    }
}
