package dev.parley.api;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.parley.faq.FaqEntry;
import dev.parley.faq.FaqEntryResponse;
import dev.parley.faq.FaqFacets;
import dev.parley.faq.FaqFields;
import dev.parley.faq.FaqParameters;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.FaqSearchResponse;
import dev.parley.faq.FaqStatus;
import dev.parley.faq.FaqStore;
import dev.parley.faq.FaqStore.Listing;
import dev.parley.platform.Checked;
import dev.parley.platform.Etag;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/faq")
@Idempotent
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class FaqResource {
    private static final String ENTRY = "FAQ entry";
    private static final int LARGEST_PAGE = 200;
    private static final int MAX_MATCHES = 50;

    private final CurrentShop shop;
    private final FaqStore store;
    private final FaqSearch search;

    FaqResource(CurrentShop shop, FaqStore store, FaqSearch search) {
        this.shop = shop;
        this.store = store;
        this.search = search;
    }

    @Operation(operationId = "createEntry", summary = "Adds an FAQ entry",
            description = "Five wordings in `variants` or more make search markedly better.")
    @APIResponseSchema(value = FaqEntryResponse.class, responseCode = "201",
            responseDescription = "The entry, with its `ETag`.")
    @POST
    @RolesAllowed({"faq", "supervisor"})
    @Path("entries")
    @Audited("faq.create")
    public Uni<Response> create(@Nullable FaqFields fields) {
        return store.create(shop.id(), given(fields))
                .map(entry -> Response.status(201).header("Location", "/v1/faq/entries/" + entry.id())
                        .header("ETag", entry.etag()).entity(FaqEntryResponse.of(entry)).build());
    }

    @Operation(operationId = "listEntries", summary = "Lists FAQ entries, newest first")
    @APIResponse(responseCode = "200", description = "A page of them.")
    @GET
    @RolesAllowed({"faq", "agent"})
    @Path("entries")
    public Uni<Page<FaqEntryResponse>> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "Words in the question.",
                    example = "return") @QueryParam("q") @Nullable String text,
            @Parameter(description = "draft or published.",
                    example = "published") @QueryParam("status") @Nullable String status,
            @QueryParam("locale") @Nullable String locale,
            @Parameter(description = "Only those with this tag.",
                    example = "shipping") @QueryParam("tag") @Nullable String tag) {
        Listing listing = new Listing(limit, cursor,
                text == null ? null : FaqParameters.query(text),
                FaqParameters.status(status), FaqParameters.locale(locale), tag);
        return store.list(shop.id(), listing)
                .map(page -> new Page<>(page.items().stream().map(FaqEntryResponse::of).toList(), page.nextCursor()));
    }

    @Operation(operationId = "getEntry", summary = "Shows an FAQ entry")
    @APIResponseSchema(value = FaqEntryResponse.class, responseCode = "200",
            responseDescription = "The entry, with its `ETag`.")
    @APIResponse(responseCode = "304", description = "You have it.")
    @GET
    @RolesAllowed({"faq", "agent"})
    @Path("entries/{id}")
    public Uni<Response> get(String id, @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return store.get(shop.id(), Checked.pathId(id, ENTRY))
                .map(entry -> ifNoneMatch != null && Etag.names(ifNoneMatch, entry.etag())
                        ? Response.notModified().header("ETag", entry.etag()).build()
                        : shown(entry));
    }

    private static Response shown(FaqEntry entry) {
        return Response.ok(FaqEntryResponse.of(entry)).header("ETag", entry.etag()).build();
    }

    /** Replaces the whole entry: absent fields become empty. */
    @Operation(operationId = "replaceEntry", summary = "Replaces an FAQ entry",
            description = "A field that is left out becomes empty.")
    @APIResponseSchema(value = FaqEntryResponse.class, responseCode = "200",
            responseDescription = "The entry, with its `ETag`.")
    @PUT
    @RolesAllowed({"faq", "supervisor"})
    @Path("entries/{id}")
    @Audited("faq.change")
    public Uni<Response> replace(String id, @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable FaqFields fields) {
        UUID known = Checked.pathId(id, ENTRY);
        FaqFields given = given(fields);
        if (given.id() != null && !given.id().equalsIgnoreCase(known.toString())) {
            throw ParleyException.field("id", "bad_id", "differs from the id in the address. Leave it out.");
        }
        return store.updateIf(shop.id(), known, given, ifMatch).map(FaqResource::shown);
    }

    @Operation(operationId = "deleteEntry", summary = "Deletes an FAQ entry")
    @APIResponse(responseCode = "204", description = "Deleted.")
    @DELETE
    @RolesAllowed({"faq", "supervisor"})
    @Path("entries/{id}")
    @Consumes(MediaType.WILDCARD)
    @Audited("faq.delete")
    public Uni<Void> delete(String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return store.deleteIf(shop.id(), Checked.pathId(id, ENTRY), ifMatch);
    }

    @Operation(operationId = "getFaqFacets", summary = "Shows what FAQ entries can be listed by")
    @APIResponse(responseCode = "200", description = "How many there are, by tag and by language.")
    @GET
    @RolesAllowed({"faq", "agent"})
    @Path("facets")
    public Uni<FaqFacets> facets() {
        return store.facets(shop.id());
    }

    @Operation(operationId = "getFaqStatus", summary = "Tells how far the search has got with the entries",
            description = """
            After an import of more than 1,000 texts the entries are found by their words at once, and by their
            meaning as soon as they have been read in the background: `pending` of them wait.""")
    @APIResponse(responseCode = "200", description = """
            Entries by how well they are found, by language, and the floors from which on a match is an answer.""")
    @GET
    @RolesAllowed({"faq", "agent"})
    @Path("status")
    public Uni<FaqStatus> status() {
        return Uni.createFrom().item(store.status(shop.id()));
    }

    /** Shows what the bot would find, and if it would answer from it. */
    @Operation(operationId = "searchFaq", summary = "Searches the FAQ as the bot does")
    @APIResponse(responseCode = "200", description = """
            The best first; `weak` ones are below the shop's score floor, which is absent while there are no
            entries.""")
    @GET
    @RolesAllowed({"faq", "agent"})
    @Path("search")
    public Uni<FaqSearchResponse> search(
            @Parameter(description = "The question, 1 to 2,000 characters.",
                    example = "Can I send shoes back?") @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @DefaultValue("5") @Min(1) @Max(MAX_MATCHES) int limit,
            @QueryParam("locale") @Nullable String locale,
            @Parameter(description = "A SKU: entries about other products are left out.",
                    example = "NIMBUS-1") @QueryParam("product") @Nullable String product) {
        FaqQuery query = new FaqQuery(FaqParameters.query(text), limit,
                FaqParameters.locale(locale), product);
        return search.search(shop.id(), query)
                .map(found -> FaqSearchResponse.of(found, search.floor(shop.id(), query.text()).orElse(null)));
    }

    private static FaqFields given(@Nullable FaqFields fields) {
        if (fields == null) {
            throw ParleyException.invalid("bad_json", "Send the entry as a JSON object.");
        }
        return fields;
    }
}
