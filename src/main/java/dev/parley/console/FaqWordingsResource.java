package dev.parley.console;

import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.parley.access.CurrentAgent;
import dev.parley.assistant.NeedyEntry;
import dev.parley.assistant.WordingProposals;
import dev.parley.assistant.Wordings;
import dev.parley.platform.Checked;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;

/** Other wordings for entries: proposed, and where they would help most. */
@Path("/v1/console/faq")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("supervisor")
public class FaqWordingsResource {
    private static final int MOST = 50;

    private final CurrentAgent current;
    private final WordingProposals proposals;

    FaqWordingsResource(CurrentAgent current, WordingProposals proposals) {
        this.current = current;
        this.proposals = proposals;
    }

    /** Asks a model, which may cost money. Saves nothing. */
    @POST
    @Path("entries/{id}/wordings")
    @Consumes(MediaType.WILDCARD)
    public Uni<Wordings> propose(String id) {
        return proposals.propose(current.agent().tenant(), Checked.pathId(id, "FAQ entry"));
    }

    @GET
    @Path("wordings")
    public Uni<Page<NeedyEntry>> needy(@QueryParam("limit") @DefaultValue("20") String limit) {
        return proposals.needy(current.agent().tenant(), Checked.limit(limit, MOST))
                .map(all -> Page.of(all, Function.identity()));
    }
}
