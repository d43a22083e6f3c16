package dev.parley.turn;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.parley.conversation.ConversationThread.Line;
import dev.parley.grounding.GroundedStream;
import dev.parley.grounding.Sources;
import dev.parley.tenant.TenantSettings;
import dev.parley.turn.plan.Plan;

final class AllowedFacts {
    private static final Pattern CURRENCY = Pattern.compile("\"([A-Z]{3})\"");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private AllowedFacts() {}

    /** Entries in the prompt, results of actions, the shop's settings, and earlier messages. */
    static GroundedStream of(Work work, Plan.Ask ask) {
        TenantSettings shop = work.about().shop().settings();
        List<String> ofTheShop = new ArrayList<>(
                List.of(work.about().shop().name(), shop.botName(), shop.handoffHint()));
        if (shop.tone() != null) {
            ofTheShop.add(shop.tone());
        }
        ask.passages().forEach(passage -> ofTheShop.add(passage.question() + "\n" + passage.answer()));
        List<String> texts = new ArrayList<>(work.actions().told());
        work.actions().cards().forEach(card -> texts.addAll(sums(card)));
        work.about().exchange().history().stream().map(Line::text).forEach(texts::add);
        texts.addAll(work.about().exchange().questions());
        return GroundedStream.over(Sources.of(texts).andOfTheShop(ofTheShop), ask.passages().size());
    }

    /** Cards hold number and currency separately. */
    private static List<String> sums(String card) {
        List<String> currencies = CURRENCY.matcher(card).results().map(found -> found.group(1)).toList();
        return NUMBER.matcher(card).results().map(MatchResult::group)
                .flatMap(number -> currencies.stream().map(currency -> number + " " + currency)).toList();
    }
}
