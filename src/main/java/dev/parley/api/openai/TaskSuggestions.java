package dev.parley.api.openai;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.api.openai.ClientTask.Made;
import dev.parley.faq.FaqQuery;
import dev.parley.faq.FaqSearch;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;

/** FAQ entries for a program's tags or follow-up questions: only what can be answered. */
@ApplicationScoped
class TaskSuggestions {
    private static final int LOOKED_AT = 6;
    private static final int MAX_SUGGESTIONS = 3;

    private final FaqSearch search;

    TaskSuggestions(FaqSearch search) {
        this.search = search;
    }

    Uni<List<String>> of(TenantId tenant, ClientTask task) {
        return task.made().needsEntries() && !task.subject().isBlank()
                ? search.search(tenant, FaqQuery.of(task.subject(), LOOKED_AT)).map(matches -> of(task.made(), matches))
                : Uni.createFrom().item(List.of());
    }

    /** Skips the first match, which was read already. */
    static List<String> of(Made made, List<FaqMatch> matches) {
        if (made == Made.TAGS) {
            return matches.stream().filter(match -> match.verdict() == Verdict.ANSWER)
                    .flatMap(match -> match.entry().tags().stream()).distinct().limit(MAX_SUGGESTIONS).toList();
        }
        boolean answered = !matches.isEmpty() && matches.getFirst().verdict() == Verdict.ANSWER;
        return matches.stream().skip(answered ? 1 : 0).map(match -> match.entry().question()).distinct()
                .limit(MAX_SUGGESTIONS)
                .toList();
    }
}
