package dev.parley.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.CurrentAgent;
import dev.parley.audit.AuditEntry;
import dev.parley.audit.AuditLog;
import dev.parley.audit.AuditLog.Query;
import dev.parley.platform.Checked;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final int LARGEST_PAGE = 200;

    private final CurrentAgent current;
    private final AuditLog audit;

    AuditResource(CurrentAgent current, AuditLog audit) {
        this.current = current;
        this.audit = audit;
    }

    /** A change by an agent or an API key. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeResponse(UUID id, Instant at, @Nullable UUID agent, @Nullable UUID key, String name,
            String action, @Nullable String target) {
        static ChangeResponse of(AuditEntry entry) {
            return new ChangeResponse(entry.id(), entry.at(), entry.byKey() ? null : entry.agent(),
                    entry.byKey() ? entry.agent() : null, entry.name(), entry.action(), entry.target());
        }
    }

    @Operation(operationId = "listAudit", summary = "Lists who changed what of the shop, newest first",
            description = "For a year; never texts or secrets.")
    @APIResponse(responseCode = "200", description = "A page of changes.")
    @GET
    @RolesAllowed("administrator")
    public Uni<Page<ChangeResponse>> list(
            @Parameter(
                    description = "Only this one, such as `faq.change`.") @QueryParam("action") @Nullable String action,
            @Parameter(
                    description = "Only those of this agent, or of the key with this id.") @QueryParam("agent") @Nullable String agent,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(LARGEST_PAGE) int limit) {
        Query query = new Query(action, agent == null ? null : Checked.id(agent, "agent"),
                cursor == null ? null : Checked.id(cursor, "cursor"), limit);
        return audit.list(current.agent().tenant(), query).map(found -> page(found, query.limit()));
    }

    private static Page<ChangeResponse> page(List<AuditEntry> found, int limit) {
        return new Page<>(found.stream().map(ChangeResponse::of).toList(),
                found.size() < limit ? null : found.getLast().id().toString());
    }
}
