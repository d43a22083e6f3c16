package dev.parley.model.health;

import java.time.LocalDate;
import java.util.List;

import dev.parley.model.DefaultLanes;
import dev.parley.model.Lane;
import org.jspecify.annotations.Nullable;

/** Texts of alarms: what is wrong, what it means for visitors, and which setting to change. */
final class LaneAdvice {
    /** Inexpensive, long-lived text models; a better suggestion than the first name of a long list. */
    private static final List<String> LIKELY = List.of("gpt-4o-mini", "gpt-4.1-mini", "gpt-4.1-nano", "gpt-5-mini",
            "gpt-5-nano");

    private LaneAdvice() {}

    static String of(Lane lane, LaneAlarm alarm, List<String> models, @Nullable LocalDate shutdown) {
        return who(lane) + (lane.use() == Lane.Use.SPEECH
                ? ofSpeech(lane, alarm, shutdown)
                : ofChat(lane, alarm, models, shutdown));
    }

    private static String ofSpeech(Lane lane, LaneAlarm alarm, @Nullable LocalDate shutdown) {
        String setting = isOperators(lane)
                ? " Set PARLEY_SPEECH_MODEL to another that the server has, or to nothing if nobody speaks, and restart."
                : " Name another model in `speech` with PUT /v1/lanes.";
        String model = "The speech model " + lane.model();
        return switch (alarm) {
            case GONE -> model + " is not available at " + lane.address()
                    + " (retired, misspelt, or not open to this key). Recordings are not understood without one."
                    + setting;
            case ENDING -> model + " ends on " + shutdown + "." + setting;
            case KEY_REFUSED -> "The key for the speech model " + lane.model() + " is refused by " + lane.address()
                    + "."
                    + (isOperators(lane)
                            ? " Set PARLEY_SPEECH_API_KEY, or OPENAI_API_KEY where it has none of its own, to a valid key."
                            : " Send a valid one with PUT /v1/lanes.");
            case QUOTA_SPENT -> "The money or quota behind the key for the speech model " + lane.model() + " at "
                    + lane.address() + " is spent. Raise it there.";
            case OTHER_MODEL ->
                "Another model than the pinned " + lane.model() + " hears. Prices may differ." + setting;
            case NO_ANSWERS -> model + " at " + lane.address() + " has answered none of its last calls." + setting;
        };
    }

    private static String ofChat(Lane lane, LaneAlarm alarm, List<String> models, @Nullable LocalDate shutdown) {
        return switch (alarm) {
            case GONE -> "The model " + lane.model() + " is not available at " + lane.address()
                    + " (retired, misspelt, or not open to this key). Without another model answers come from the FAQ. "
                    + setting(lane, models);
            case ENDING -> "The model " + lane.model() + " ends on " + shutdown + ". " + setting(lane, models);
            case KEY_REFUSED -> "The key for the model " + lane.model() + " is refused by " + lane.address()
                    + ". Without another model answers come from the FAQ. "
                    + (isOperators(lane)
                            ? "Set OPENAI_API_KEY to a valid key."
                            : "Send a valid one with PUT /v1/lanes.");
            case QUOTA_SPENT -> "The money or quota behind the key for the model " + lane.model() + " at "
                    + lane.address() + " is spent. Raise it there; until then answers come from the FAQ.";
            case OTHER_MODEL -> "Another model than the pinned " + lane.model()
                    + " answers. Prices and behaviour may differ. " + setting(lane, models);
            case NO_ANSWERS -> "The model " + lane.model() + " at " + lane.address()
                    + " has answered none of its last calls: it refuses them, or sends nothing that can be shown."
                    + " Without another model answers come from the FAQ. " + setting(lane, models);
        };
    }

    private static String who(Lane lane) {
        return isOperators(lane) ? "" : "tenant=" + lane.owner() + " lane=" + lane.name() + " ";
    }

    private static boolean isOperators(Lane lane) {
        return lane.owner().equals(DefaultLanes.OWNER);
    }

    private static String setting(Lane lane, List<String> models) {
        if (!isOperators(lane)) {
            return "Name another model with PUT /v1/lanes.";
        }
        String example = LIKELY.stream().filter(models::contains).findFirst()
                .or(() -> models.stream().filter(model -> !model.equals(lane.model())).findFirst())
                .orElse(LIKELY.getFirst());
        return "Set PARLEY_MODEL=" + example + " or another that the server has"
                + ", or name more in PARLEY_MODEL_FALLBACKS, and restart.";
    }
}
