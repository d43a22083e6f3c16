package dev.parley.console;

import java.time.Instant;
import java.time.format.DateTimeParseException;
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
import dev.parley.conversation.Author;
import dev.parley.desk.Excerpt;
import dev.parley.desk.MessageSearch;
import dev.parley.desk.MessageSearch.Cursor;
import dev.parley.desk.MessageSearch.Hit;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.rest.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/search")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("agent")
public class SearchResource {
    private static final int LARGEST_PAGE = 100;
    private static final List<String> STATES = List.of("with_bot", "waiting", "with_agent", "closed");

    private final CurrentAgent current;
    private final MessageSearch search;

    SearchResource(CurrentAgent current, MessageSearch search) {
        this.current = current;
        this.search = search;
    }

    /** A deep link consists of conversation and number. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record HitResponse(UUID conversation, long seq, @Schema(enumeration = {
            "visitor", "bot", "agent", "system"}) String author, @Nullable String name, String excerpt,
            List<Excerpt.Mark> marks, Instant at,
            @Schema(enumeration = {"with_bot", "waiting", "with_agent", "closed"}) String state){
        static HitResponse of(Hit hit) {
            return new HitResponse(hit.conversation(), hit.seq(), hit.author().wire(), hit.name(), hit.excerpt().text(),
                    hit.excerpt().marks(),
                    hit.at(), hit.state().wire());
        }
    }

    /** Newest first. */
    @Operation(operationId = "search", summary = "Searches what was said",
            description = "`q` takes words, `\"a phrase\"`, `-without` and `or`.")
    @APIResponse(responseCode = "200",
            description = "A page of messages, newest first. `marks` count UTF-16 units of `excerpt`.")
    @GET
    public Uni<Page<HitResponse>> find(
            @Parameter(description = "What to look for.",
                    example = "\"return label\" -shoes") @QueryParam("q") @DefaultValue("") String words,
            @Parameter(
                    description = "Only what these say: visitor, bot or agent.") @QueryParam("author") @Nullable String author,
            @Parameter(
                    description = "Only in conversations in this state.") @QueryParam("state") @Nullable String state,
            @Parameter(
                    description = "Only in conversations of this agent.") @QueryParam("agent") @Nullable String agent,
            @Parameter(
                    description = "Only in conversations with this label.") @QueryParam("label") @Nullable String label,
            @Parameter(description = "From this day on.",
                    example = "2026-11-01") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Until this day.",
                    example = "2026-11-30") @QueryParam("until") @Nullable String until,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("30") @Min(1) @Max(LARGEST_PAGE) int limit) {
        if (state != null && !STATES.contains(state)) {
            throw ParleyException.invalid("bad_state",
                    "The parameter `state` is one of with_bot, waiting, with_agent and closed.");
        }
        var query = new MessageSearch.Query(words, author == null ? null : author(author), state,
                agent == null ? null : Checked.id(agent, "agent"), label, time(from), time(until),
                cursor == null ? null : Cursor.read(cursor), limit);
        return search.search(current.agent().tenant(), query).map(hits -> page(hits, query.limit()));
    }

    private static Page<HitResponse> page(List<Hit> hits, int limit) {
        return new Page<>(hits.stream().map(HitResponse::of).toList(),
                hits.size() < limit ? null : Cursor.of(hits.getLast()).wire());
    }

    private static Author author(String wire) {
        for (Author author : Author.values()) {
            if (author.wire().equals(wire)) {
                return author;
            }
        }
        throw ParleyException.invalid("bad_author",
                "The parameter `author` is one of visitor, bot, agent and system.");
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw ParleyException.invalid("bad_time", "Times are written as 2026-11-23T10:00:00Z.");
        }
    }
}
