package dev.parley.assistant;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * Other wordings of an entry, for its owner to choose from. Nothing of it is saved.
 *
 * @param items those that gain most first
 * @param askedInVain how many different questions visitors asked that came nearest to this entry and got no answer
 * @param model that wrote; left out where none did
 * @param trouble why no model wrote: `no_model`, a budget's code, `model_failed` …; left out where one did
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Wordings(List<Proposal> items, int askedInVain, @Nullable String model, @Nullable String cost,
        @Nullable String trouble) {
    /** Another entry. */
    public record Other(UUID id, String question) {}

    /**
     * One wording, and what it gains.
     *
     * @param source `model`, or `visitors` who asked it in vain
     * @param asked how often visitors asked it; left out for a model's
     * @param now `found`, `not_found`, or `taken` by another entry, as the search finds it today
     * @param takenBy the entry that answers it today; saving it here would take it from there
     * @param after `found` or `not_found`, with this wording in the entry; left out in stores too large to try it out
     * @param alsoFound how many of the questions asked in vain this entry would answer besides
     */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposal(String text, String source, @Nullable Integer asked, String now, @Nullable Other takenBy,
            @Nullable String after, int alsoFound) {}
}
