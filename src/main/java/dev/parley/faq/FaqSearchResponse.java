package dev.parley.faq;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.Verdict;
import org.jspecify.annotations.Nullable;

/** Best match first. {@code floor} is the score from which a match is an answer; absent if the shop has no entries. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqSearchResponse(List<Item> items, @Nullable ScoreFloor floor) {
    /** {@code score}: 0 to 1; {@code verdict}: `answer`, or `weak` if below the shop's score floor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(UUID id, String question, String answer, double score, String verdict, @Nullable String url) {
        static Item of(FaqMatch match) {
            return new Item(match.entry().id(), match.entry().question(), match.entry().answer(),
                    Math.round(match.score() * 10_000) / 10_000.0,
                    match.verdict() == Verdict.ANSWER ? "answer" : "weak",
                    match.entry().url());
        }
    }

    public static FaqSearchResponse of(List<FaqMatch> matches, @Nullable ScoreFloor floor) {
        return new FaqSearchResponse(matches.stream().map(Item::of).toList(), floor);
    }
}
