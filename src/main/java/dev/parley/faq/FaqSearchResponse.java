package dev.parley.faq;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.ScoreFloor;
import dev.parley.faq.search.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Best match first. {@code floor} is the score from which a match is an answer; absent if the shop has no entries. */
@Schema(examples = """
        {"items": [{"id": "018f3b5e-7c1a-7000-8000-000000000004", "question": "How long can I return shoes?",
         "answer": "You have **30 days**.", "score": 0.91, "verdict": "answer",
         "url": "https://shop.example/returns"}], "floor": {"cosine": 0.75, "confidence": 0.82}}""")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FaqSearchResponse(List<Item> items, @Nullable ScoreFloor floor) {
    /** {@code score}: 0 to 1; {@code verdict}: `answer`, or `weak` if below the shop's score floor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(UUID id, String question, String answer, double score, @Schema(enumeration = {
            "answer", "weak"}) String verdict, @Nullable String url){
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
