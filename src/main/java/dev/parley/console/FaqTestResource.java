package dev.parley.console;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.CurrentAgent;
import dev.parley.faq.FaqParameters;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.FaqSearchResponse;
import dev.parley.faq.ScoreFloor;
import dev.parley.platform.Checked;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Tries a question out: what the bot would find, and whether it would answer from it. */
@Path("/v1/console/faq/search")
@Produces(MediaType.APPLICATION_JSON)
public class FaqTestResource {
    private static final int MOST_MATCHES = 50;

    private final CurrentAgent current;
    private final FaqSearch search;

    FaqTestResource(CurrentAgent current, FaqSearch search) {
        this.current = current;
        this.search = search;
    }

    /** What was found; the floor is left out while the shop has no entries. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FoundResponse(List<FaqSearchResponse.Item> items, @Nullable ScoreFloor floor) {}

    @GET
    @RolesAllowed("agent")
    public Uni<FoundResponse> search(@QueryParam("q") @Nullable String text,
            @QueryParam("locale") @Nullable String locale, @QueryParam("product") @Nullable String product,
            @QueryParam("limit") @DefaultValue("5") String limit) {
        TenantId tenant = current.agent().tenant();
        FaqQuery query = new FaqQuery(FaqParameters.query(text), Checked.limit(limit, MOST_MATCHES),
                FaqParameters.locale(locale), product);
        return search.search(tenant, query)
                .map(found -> new FoundResponse(FaqSearchResponse.of(found).items(),
                        search.floor(tenant, query.text()).orElse(null)));
    }
}
