package dev.parley.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.access.CurrentAgent;
import dev.parley.agent.Agent;
import dev.parley.assistant.Copilot;
import dev.parley.assistant.CopilotTask;
import dev.parley.conversation.answer.Evidence;
import dev.parley.conversation.answer.Source;
import dev.parley.platform.Checked;
import dev.parley.platform.ParleyException;
import dev.parley.turn.Rehearsals;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/conversations/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("agent")
public class CopilotResource {
    private static final int LONGEST_TEXT = 10_000;
    /** Our own words, since they go into the system role. */
    private static final Map<String, String> TONES = Map.of("friendlier", "friendlier and warmer", "formal",
            "more formal", "shorter", "shorter and more to the point", "simpler", "simpler, without jargon");

    private final CurrentAgent current;
    private final Copilot copilot;
    private final Rehearsals rehearsals;

    CopilotResource(CurrentAgent current, Copilot copilot, Rehearsals rehearsals) {
        this.current = current;
        this.copilot = copilot;
        this.rehearsals = rehearsals;
    }

    /** {@code text} is needed for tone and language. */
    public record HelpRequest(@Nullable String task, @Nullable String text, @Nullable String tone,
            @Nullable String language) {}

    /** {@code sources} are FAQ entries that support the draft. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DraftedResponse(String text, List<Source> sources, @Nullable String model, @Nullable String cost) {}

    public record RehearsedResponse(String text, String finish, List<Source> sources,
            Evidence evidence) {}

    @Operation(operationId = "askCopilot", summary = "Has a model draft, sum up, reword or translate",
            description = "Nothing is sent.")
    @APIResponse(responseCode = "200", description = "The text.")
    @APIResponse(responseCode = "409", description = "`no_model`, or a budget's code.")
    @APIResponse(responseCode = "503", description = "`model_failed`: it does not answer.")
    @POST
    @Path("copilot")
    public Uni<DraftedResponse> help(String id, @NotNull @Valid HelpRequest request) {
        CopilotTask task = task(request.task());
        String text = task.needsText() ? Checked.text(request.text(), "text", LONGEST_TEXT) : null;
        String manner = switch (task) {
            case DRAFT, SUMMARY -> "";
            case TONE -> tone(request.tone());
            case TRANSLATE -> language(request.language());
        };
        return copilot.help(current.agent().tenant(), conversation(id), new Copilot.Wish(task, manner, text))
                .map(draft -> new DraftedResponse(draft.text(), draft.sources(), draft.model(), draft.cost()));
    }

    private static CopilotTask task(@Nullable String wire) {
        for (CopilotTask task : CopilotTask.values()) {
            if (task.wire().equals(wire)) {
                return task;
            }
        }
        throw ParleyException.field("task", "bad_task", "is one of draft, summary, tone and translate.");
    }

    private static String tone(@Nullable String tone) {
        String words = tone == null ? null : TONES.get(tone.toLowerCase(Locale.ROOT));
        if (words == null) {
            throw ParleyException.field("tone", "bad_tone",
                    "is one of friendlier, formal, shorter and simpler.");
        }
        return words;
    }

    private static String language(@Nullable String language) {
        if (language == null || !language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            throw ParleyException.field("language", "bad_language",
                    "is a BCP 47 tag such as `en` or `zh-Hans`.");
        }
        return language;
    }

    @Operation(operationId = "replayAnswer", summary = "Asks the bot the same question again",
            description = "Stores nothing.")
    @APIResponse(responseCode = "200", description = "What the bot would say now.")
    @APIResponse(responseCode = "409", description = "`no_model`, or a budget's code.")
    @POST
    @Path("messages/{seq}/replay")
    @Consumes(MediaType.WILDCARD)
    public Uni<RehearsedResponse> replay(String id, String seq) {
        Agent agent = current.agent();
        return rehearsals.again(agent.tenant(), conversation(id), ThreadResource.seq(seq))
                .map(again -> new RehearsedResponse(again.text(), again.finish().wire(), again.sources(),
                        again.evidence()));
    }

    private static UUID conversation(String id) {
        return Checked.pathId(id, "conversation");
    }
}
