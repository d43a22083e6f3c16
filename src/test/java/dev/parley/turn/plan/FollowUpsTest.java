package dev.parley.turn.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.parley.faq.FaqEntry;
import dev.parley.faq.FaqFound;
import dev.parley.faq.search.FaqMatch;
import dev.parley.faq.search.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** "And the jacket?" after a question about shoes: what search finds with the jacket in the question. */
class FollowUpsTest {
    private static final double FLOOR = 0.72;
    private static final FaqFound ALONE = found(match("Which size of the jacket?", "JACKET", 0.78, Verdict.ANSWER));

    @Test
    void entryForAllProductsThatAnswers_isTheAnswer() {
        FaqFound swapped = found(match("How long may I return things?", null, 0.76, Verdict.ANSWER),
                match("How do I wash the jacket?", "JACKET", 0.71, Verdict.WEAK));

        assertThat(answer(swapped)).isEqualTo("How long may I return things?");
    }

    @Test
    void entryOfThatProduct_isTheAnswerAlsoWhereItIsOnlyNear() {
        FaqFound swapped = found(match("How do I wash the jacket?", "JACKET", 0.71, Verdict.WEAK),
                match("How do I return things?", null, 0.6, Verdict.WEAK));

        assertThat(answer(swapped)).isEqualTo("How do I wash the jacket?");
    }

    @Test
    void entryForAllProductsThatIsOnlyNear_givesWayToTheProducts() {
        FaqFound swapped = found(match("How do I return things?", null, 0.7, Verdict.WEAK),
                match("How do I wash the jacket?", "JACKET", 0.68, Verdict.WEAK));

        assertThat(answer(swapped)).isEqualTo("How do I wash the jacket?");
    }

    @Test
    void nothingNear_leavesTheMessageToItself() {
        FaqFound swapped = found(match("How do I wash the jacket?", "JACKET", 0.4, Verdict.WEAK));

        assertThat(FollowUps.swapped(ALONE, swapped, FLOOR)).isEqualTo(new FollowUps.Chosen(ALONE, false));
    }

    private static String answer(FaqFound swapped) {
        FollowUps.Chosen chosen = FollowUps.swapped(ALONE, swapped, FLOOR);
        assertThat(chosen.inContext()).isTrue();
        FaqMatch first = chosen.found().matches().getFirst();
        assertThat(first.verdict()).isEqualTo(Verdict.ANSWER);
        return first.entry().question();
    }

    private static FaqFound found(FaqMatch... matches) {
        return new FaqFound(List.of(matches), "", List.of(), true);
    }

    private static FaqMatch match(String question, @Nullable String product, double cosine, Verdict verdict) {
        FaqEntry entry = new FaqEntry(UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8)), question,
                List.of(), "Yes.", "en", product == null ? List.of() : List.of(product), List.of(), null,
                FaqEntry.Status.PUBLISHED, null, null, Instant.EPOCH, Instant.EPOCH);
        return new FaqMatch(entry, cosine, verdict, new FaqMatch.Signals(cosine, 0, 0, 0, 0, false));
    }
}
