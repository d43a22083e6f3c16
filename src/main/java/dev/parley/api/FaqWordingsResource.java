package dev.parley.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.parley.assistant.NeedyEntry;
import dev.parley.assistant.WordingProposals;
import dev.parley.assistant.Wordings;
import dev.parley.platform.Checked;
import dev.parley.rest.CurrentShop;
import dev.parley.rest.Idempotent;
import dev.parley.rest.NotAudited;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

@Path("/v1/faq")
@RolesAllowed({"faq", "supervisor"})
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
public class FaqWordingsResource {
    private static final int MAX_LIMIT = 200;

    private final CurrentShop shop;
    private final WordingProposals proposals;

    FaqWordingsResource(CurrentShop shop, WordingProposals proposals) {
        this.shop = shop;
        this.proposals = proposals;
    }

    /** Calls a model, which may cost money, and considers unanswered questions. Saves nothing. */
    // Not kept for repeats: the answer holds visitors' words.
    @Operation(operationId = "proposeWordings", summary = "Proposes other wordings for an FAQ entry", description = """
            What visitors asked that came nearest to the entry and got no answer, without what may name a person,
            and, where a model may be asked, what it thinks of (ledger kind `wordings`). What each gains is tried
            with the search. Nothing is saved: put what you take into the entry's `variants`.""")
    @APIResponse(responseCode = "200", description = """
            What gains most comes first. `now` is what the search finds for the wording today: this entry (`found`),
            none (`not_found`) or another (`taken`, with `taken_by`); `after` is the same with the wording in the
            entry, left out in stores of more than 3,000 entries. `also_found` counts the questions asked in vain
            that the entry would answer besides. `trouble` says why no model wrote, such as `no_model` or a budget's
            code.""")
    @POST
    @Path("entries/{id}/wordings")
    @Consumes(MediaType.WILDCARD)
    @Idempotent(repeat = Idempotent.Repeat.AGAIN)
    @NotAudited(because = NotAudited.CHANGES_NOTHING)
    public Uni<Wordings> propose(String id) {
        return proposals.propose(shop.id(), Checked.pathId(id, "FAQ entry"));
    }

    /** Most unanswered questions first, then fewest wordings. */
    @Operation(operationId = "listEntriesInNeedOfWordings",
            summary = "Lists the FAQ entries that other wordings would help most", description = """
            Those that visitors asked for in vain most often come first, then those with the fewest wordings.""")
    @APIResponse(responseCode = "200", description = """
            `wordings` counts those besides the question; `asked_in_vain`, how often visitors asked something that
            came nearest to the entry and got no answer.""")
    @GET
    @Path("wordings")
    public Uni<Page<NeedyEntry>> needy(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(MAX_LIMIT) int limit) {
        return proposals.needy(shop.id(), limit).map(all -> new Page<>(all, null));
    }
}
