package dev.parley.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.lane.LaneEditor.Wanted;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.LaneSettings;
import dev.parley.tenant.ModelSettings;
import dev.parley.tenant.ModerationSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A shop's lanes in REST. A client can change the answer and send it back.
 *
 * @param stayIn region that data must not leave
 * @param moderation absent: off
 * @param speech absent: unchanged; empty: the operator's
 * @param operator read-only: the models used while the shop has none
 */
@Schema(examples = """
        {"lanes": [{"name": "main", "kind": "openai", "base_url": "https://api.openai.com/v1",
         "model": "gpt-4o-mini", "key_set": true, "region": "eu"}], "stay_in": "eu", "speech": [{"name": "ear",
         "kind": "openai", "base_url": "https://api.openai.com/v1", "key_set": true, "model": "whisper-1",
         "region": "eu"}], "operator": [{"model": "gpt-3.5-turbo"}]}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LanesBody(@Nullable List<@Nullable Item> lanes, @Nullable String stayIn,
        @Nullable ModerationSettings moderation, @Nullable List<@Nullable Item> speech,
        @Nullable List<LaneEditor.@Nullable Shared> operator) {

    /** {@code key} is write-only, and unchanged if absent; {@code keySet} and {@code state} are read-only. */
    @Schema(name = "LaneItem")
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(@Nullable String name, @Nullable String kind, @Nullable String baseUrl,
            @Nullable String deployment, @Nullable String apiVersion, @Nullable String key, @Nullable Boolean keySet,
            @Nullable String model, @Nullable String region, @Nullable Integer window, @Nullable String price,
            LaneSettings.@Nullable Parameters parameters, LaneSettings.@Nullable Timeouts timeouts,
            @Nullable LaneStatus state) {
        private static final String OPENAI = "https://api.openai.com/v1";

        static Item of(LaneSettings set, @Nullable LaneStatus state) {
            return new Item(set.name(), set.kind(), set.baseUrl(), set.deployment(), set.apiVersion(), null,
                    set.sealedKey() != null, set.model(), set.region(), set.window(), set.price(), set.parameters(),
                    set.timeouts(), state);
        }

        Wanted wanted() {
            String known = needed("kind", kind);
            String address = baseUrl == null && known.equals("openai") ? OPENAI : needed("base_url", baseUrl);
            return new Wanted(new LaneSettings(needed("name", name), known, address, deployment, apiVersion, null,
                    needed("model", model), region, window, price == null ? null : price.strip(), parameters, timeouts),
                    key);
        }

        private static String needed(String field, @Nullable String value) {
            if (value == null || value.isBlank()) {
                throw ParleyException.invalid("bad_lane", "Every lane needs `" + field + "`.").at("/" + field);
            }
            return value.strip();
        }

        /** Omits the key. */
        @Override
        public String toString() {
            return "lane " + name;
        }
    }

    public static LanesBody of(ModelSettings settings, Map<String, LaneStatus> states,
            List<LaneEditor.Shared> operator) {
        return new LanesBody(shown(settings.lanes(), states), settings.stayIn(), settings.moderation(),
                shown(settings.speech(), states), List.copyOf(operator));
    }

    private static List<@Nullable Item> shown(List<LaneSettings> lanes, Map<String, LaneStatus> states) {
        return lanes.stream().<@Nullable Item>map(lane -> Item.of(lane, states.get(lane.name()))).toList();
    }

    public List<Wanted> wanted() {
        if (lanes == null) {
            throw ParleyException.invalid("lanes_missing", "Send `lanes`, an empty list for the operator's models.")
                    .at("/lanes");
        }
        return wanted(lanes, "/lanes/");
    }

    /** Null: unchanged. */
    public @Nullable List<Wanted> wantedSpeech() {
        return speech == null ? null : wanted(speech, "/speech/");
    }

    private static List<Wanted> wanted(List<@Nullable Item> lanes, String pointer) {
        List<Wanted> wanted = new ArrayList<>();
        List<ParleyException> refusals = new ArrayList<>();
        for (int i = 0; i < lanes.size(); i++) {
            try {
                wanted.add(wanted(lanes.get(i)));
            } catch (ParleyException refused) {
                refusals.add(refused.at(pointer + i));
            }
        }
        if (!refusals.isEmpty()) {
            throw ParleyException.all(refusals);
        }
        return wanted;
    }

    private static Wanted wanted(@Nullable Item lane) {
        if (lane == null) {
            throw ParleyException.invalid("bad_lane", "A lane is a JSON object.");
        }
        return lane.wanted();
    }
}
