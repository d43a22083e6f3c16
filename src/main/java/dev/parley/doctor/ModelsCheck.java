package dev.parley.doctor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import dev.parley.doctor.look.AskedModel;
import dev.parley.doctor.look.ModelAnswer.Answered;
import dev.parley.doctor.look.ModelAnswer.Unreachable;
import dev.parley.model.Lane;
import org.jspecify.annotations.Nullable;

final class ModelsCheck {
    private static final String NAME = "models";
    static final int SOON_DAYS = 60;

    private ModelsCheck() {}

    static List<Finding> of(List<AskedModel> models, LocalDate today) {
        if (models.isEmpty()) {
            return List.of(new Finding(NAME, Finding.Status.OK,
                    "No model is set, so answers are taken from the FAQ as they stand.",
                    "To have them written, set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own."));
        }
        List<Finding> findings = new ArrayList<>();
        for (AskedModel model : models) {
            findings.add(switch (model.answer()) {
                case Unreachable(var why) -> Finding.fault(NAME,
                        "The server of " + name(model.lane()) + " cannot be reached (" + why + ").",
                        "Check " + address(model) + ", and that a firewall lets this machine out.");
                case Answered answered -> answered(model, answered, today);
            });
            model.price().ifPresent(advice -> findings.add(Finding.fault(NAME,
                    "No price is known for " + name(model.lane()) + ", so it is not used.", advice)));
        }
        return findings;
    }

    private static Finding answered(AskedModel model, Answered answered, LocalDate today) {
        String name = name(model.lane());
        return switch (answered.check().verdict()) {
            case THERE -> there(model, answered.check().shutdown(), today);
            case GONE -> Finding.fault(NAME, "The server has no model " + name + ".",
                    "Set " + model.setting() + " to one that it has" + some(answered.check().models()) + ".");
            case KEY_REFUSED -> Finding.fault(NAME, "The server refuses the key of " + name + ".",
                    "Set " + key(model) + " to a valid key.");
            case ADDRESS_REFUSED -> Finding.fault(NAME, "The address of " + name + " may not be called.",
                    "Correct " + address(model) + ".");
            case UNKNOWN -> unknown(model, answered.status());
        };
    }

    private static Finding there(AskedModel model, @Nullable LocalDate end,
            LocalDate today) {
        String name = name(model.lane());
        if (end != null && ChronoUnit.DAYS.between(today, end) <= SOON_DAYS) {
            return Finding.warning(NAME, "The model " + name + " ends on " + end + ".",
                    "Set " + model.setting() + " to a newer one before that.");
        }
        return Finding.ok(NAME, "The server accepts the key and has the model " + name
                + (end == null ? "." : ", until " + end + "."));
    }

    private static Finding unknown(AskedModel model, int status) {
        String name = name(model.lane());
        return status == 200
                ? Finding.ok(NAME, "The server of " + name + " accepts the key. It does not say which models it has.")
                : Finding.warning(NAME,
                        "The server of " + name + " answers, but not with a list of models (HTTP " + status
                                + "), so nothing more is known.",
                        "Check " + address(model) + ", then ask the bot something.");
    }

    private static String name(Lane lane) {
        return lane.model() + " at " + lane.address();
    }

    private static String some(List<String> models) {
        return models.isEmpty() ? "" : ", such as " + models.getFirst();
    }

    private static String address(AskedModel model) {
        return model.lane().use() == Lane.Use.SPEECH ? "PARLEY_SPEECH_BASE_URL or OPENAI_BASE_URL" : "OPENAI_BASE_URL";
    }

    private static String key(AskedModel model) {
        return model.lane().use() == Lane.Use.SPEECH ? "PARLEY_SPEECH_API_KEY or OPENAI_API_KEY" : "OPENAI_API_KEY";
    }
}
