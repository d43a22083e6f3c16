package dev.parley.doctor;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import dev.parley.lane.ShopLaneSurvey.Asked;

/** Shops' own models. Warnings only: the shop must act, and its bot answers from the FAQ until then. */
final class ShopModelsCheck {
    private static final String NAME = "models";

    private ShopModelsCheck() {}

    /** A line for each lane that needs something, and one for those that do not. */
    static List<Finding> of(List<Asked> asked, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        asked.stream().map(each -> judged(each, today)).flatMap(List::stream).forEach(findings::add);
        int fine = asked.size() - findings.size();
        if (fine > 0) {
            findings.add(Finding.ok(NAME, "Of shops' own models, " + fine + (fine == 1 ? " is" : " are") + " there."));
        }
        return findings;
    }

    private static List<Finding> judged(Asked asked, LocalDate today) {
        String name = asked.lane().model() + " at " + asked.lane().address() + ", of the shop " + asked.shop();
        return switch (asked.check().verdict()) {
            case THERE -> ending(asked, name, today);
            case GONE -> warning("The server has no model " + name + ".", "choose another model");
            case KEY_REFUSED -> warning("The server refuses the key of " + name + ".", "enter a valid key");
            case ADDRESS_REFUSED -> warning("The address of " + name + " may not be called.", "correct it");
            case UNKNOWN -> warning("The server gives no list of models for " + name + ", so nothing more is known.",
                    "try it there");
        };
    }

    private static List<Finding> ending(Asked asked, String name, LocalDate today) {
        LocalDate end = asked.check().shutdown();
        return end != null && ChronoUnit.DAYS.between(today, end) <= ModelsCheck.SOON_DAYS
                ? warning("The model " + name + ", ends on " + end + ".", "choose a newer one before that")
                : List.of();
    }

    private static List<Finding> warning(String found, String advice) {
        return List.of(Finding.warning(NAME, found,
                "Ask its administrator to " + advice + ", in the console under Settings, Models."));
    }
}
