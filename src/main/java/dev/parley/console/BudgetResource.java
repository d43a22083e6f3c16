package dev.parley.console;

import java.math.BigDecimal;
import java.time.DateTimeException;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.access.CurrentAgent;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Audited;
import dev.parley.spend.BudgetStatus;
import dev.parley.spend.Budgets;
import dev.parley.spend.Money;
import dev.parley.tenant.Budget;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/budget")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BudgetResource {
    private final CurrentAgent current;
    private final Budgets budgets;

    BudgetResource(CurrentAgent current, Budgets budgets) {
        this.current = current;
        this.budgets = budgets;
    }

    /** The shop's own limits as decimal strings; absent ones are the operator's. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnBudget(@Nullable String day, @Nullable String month, @Nullable Long conversationTokens,
            @Nullable String zone) {
        static OwnBudget of(Budget budget) {
            return new OwnBudget(text(budget.day()), text(budget.month()), budget.conversationTokens(),
                    budget.zone());
        }

        private static @Nullable String text(@Nullable BigDecimal amount) {
            return amount == null ? null : Money.of(amount).toString();
        }

        Budget wanted() {
            try {
                return new Budget(amount("day", day), amount("month", month), conversationTokens, zone);
            } catch (IllegalArgumentException refused) {
                throw ParleyException.invalid("bad_budget", String.valueOf(refused.getMessage()) + ".");
            } catch (DateTimeException noZone) {
                throw ParleyException.field("zone", "bad_zone", "is a time zone such as `Europe/Berlin`.");
            }
        }

        private static @Nullable BigDecimal amount(String field, @Nullable String text) {
            if (text == null) {
                return null;
            }
            // Without exponents: 1e999999999 takes a gigabyte to write down.
            if (!text.matches("\\d{1,10}(\\.\\d{1,9})?")) {
                throw ParleyException.field(field, "bad_" + field,
                        "is an amount in quotes such as \"12.50\", or left out.");
            }
            return new BigDecimal(text);
        }
    }

    /** Spending includes reservations; an absent limit means none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spent(@Nullable String limit, String spent) {
        static Spent of(@Nullable Money limit, Money spent) {
            return new Spent(limit == null ? null : limit.toString(), spent.toString());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BudgetResponse(String currency, String zone, Spent day, Spent month,
            @Nullable Long conversationTokens, OwnBudget own) {
        static BudgetResponse of(BudgetStatus status) {
            return new BudgetResponse(status.currency(), status.zone().getId(),
                    Spent.of(status.dayLimit(), status.spentToday()),
                    Spent.of(status.monthLimit(), status.spentThisMonth()), status.conversationTokens(),
                    OwnBudget.of(status.own()));
        }
    }

    @Operation(operationId = "getBudget", summary = "Tells what models may cost, and have cost",
            description = "Amounts are decimals in quotes; `spent` includes reservations for running calls.")
    @APIResponseSchema(value = BudgetResource.BudgetResponse.class, responseCode = "200",
            responseDescription = "The budget, with an `ETag`.")
    @GET
    @RolesAllowed("supervisor")
    public Uni<Response> get() {
        return budgets.of(current.agent().tenant()).map(BudgetResource::shown);
    }

    /** The ETag covers the shop's limits, not spending. */
    private static Response shown(BudgetStatus status) {
        return Response.ok(BudgetResponse.of(status)).header("ETag", status.own().etag()).build();
    }

    @Operation(operationId = "setBudget", summary = "Sets what models may cost",
            description = "Absent fields follow the operator's settings.")
    @APIResponseSchema(value = BudgetResource.BudgetResponse.class, responseCode = "200",
            responseDescription = "The budget, with an `ETag`.")
    @PUT
    @RolesAllowed("administrator")
    @Audited("budget.change")
    public Uni<Response> set(@HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid OwnBudget body) {
        return budgets.set(current.agent().tenant(), body.wanted(), ifMatch).map(BudgetResource::shown);
    }
}
