package dev.parley.console.account;

import java.util.HashMap;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.access.CurrentAgent;
import dev.parley.agent.AgentPreferences;
import dev.parley.agent.Preferences;
import dev.parley.language.LanguageTag;
import dev.parley.platform.ParleyException;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

@Path("/v1/console/preferences")
@RolesAllowed("agent")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PreferencesResource {
    private final CurrentAgent current;
    private final AgentPreferences preferences;

    PreferencesResource(CurrentAgent current, AgentPreferences preferences) {
        this.current = current;
        this.preferences = preferences;
    }

    /** Complete settings: without `shortcuts` the default keys, without `reads_in` no translation. */
    public record PreferencesRequest(@Nullable Boolean keys, @Nullable Boolean sound,
            @Nullable Boolean notifications, @JsonProperty("reads_in") @Nullable String readsIn,
            @Nullable Map<String, @Nullable String> shortcuts) {
        Preferences wanted() {
            if (keys == null || sound == null || notifications == null) {
                throw ParleyException.invalid("field_missing",
                        "The fields `keys`, `sound` and `notifications` are needed, each true or false.");
            }
            return new Preferences(keys, sound, notifications, language(), chosen());
        }

        private @Nullable String language() {
            String tag = readsIn == null || readsIn.isBlank() ? null : LanguageTag.canonical(readsIn);
            if (tag == null && readsIn != null && !readsIn.isBlank()) {
                throw ParleyException.field("reads_in", "bad_reads_in",
                        "is a BCP 47 tag such as `de`, or left out.");
            }
            return tag;
        }

        private Map<String, String> chosen() {
            Map<String, String> chosen = new HashMap<>();
            if (shortcuts != null) {
                shortcuts.forEach((command, keys) -> chosen.put(command, keys == null ? "" : keys));
            }
            return chosen;
        }
    }

    @Operation(operationId = "getPreferences", summary = "Reads one's own preferences")
    @APIResponse(responseCode = "200", description = "The preferences.")
    @GET
    public Uni<Preferences> get() {
        return preferences.of(current.agent());
    }

    @Operation(operationId = "setPreferences", summary = "Replaces one's own preferences")
    @APIResponse(responseCode = "200", description = "The preferences.")
    @PUT
    public Uni<Preferences> set(@NotNull @Valid PreferencesRequest body) {
        return preferences.set(current.agent(), body.wanted());
    }
}
