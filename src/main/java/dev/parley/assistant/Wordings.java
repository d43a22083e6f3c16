package dev.parley.assistant;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Proposed wordings, highest gain first. {@code askedInVain} counts distinct unanswered questions closest to this
 * entry; {@code trouble} says why no model was used: `no_model`, a budget's code, `model_failed` …
 */
@Schema(examples = """
        {"items": [{"text": "until when can my boots go back", "source": "visitors", "asked": 3,
         "now": "not_found", "after": "found", "also_found": 1}, {"text": "send shoes to another address",
         "source": "model", "now": "taken", "taken_by": {"id": "018f3b5e-7c1a-7000-8000-000000000005",
         "question": "Can I change the delivery address?"}, "after": "found", "also_found": 0}],
         "asked_in_vain": 2, "model": "gpt-4o-mini", "cost": "0.000210000"}""")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wordings(List<Proposal> items, int askedInVain, @Nullable String model, @Nullable String cost,
        @Nullable String trouble) {
    public record Other(UUID id, String question) {}

    /**
     * A proposed wording with its predicted gain.
     *
     * @param source `model`, or `visitors`
     * @param asked how often visitors asked it
     * @param now `found`, `not_found`, or `taken` by another entry
     * @param takenBy the entry that answers it today and would lose it
     * @param after `found` or `not_found` with this wording added; absent in large stores
     * @param alsoFound unanswered questions that the entry would then answer, too
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposal(String text, String source, @Nullable Integer asked, String now, @Nullable Other takenBy,
            @Nullable String after, int alsoFound) {}
}
