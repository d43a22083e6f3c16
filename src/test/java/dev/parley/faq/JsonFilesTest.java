package dev.parley.faq;

import static dev.parley.faq.ReadFiles.answers;
import static dev.parley.faq.ReadFiles.json;
import static dev.parley.faq.ReadFiles.questions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;

import dev.parley.faq.FaqImport.Read;
import dev.parley.faq.file.FaqFormat;
import dev.parley.platform.ParleyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON as other systems export it. */
class JsonFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"{\"question\":\"How long?\",\"answer\":\"3 days\"}", "[[\"How long?\",\"3 days\"]]",
            "{\"How long?\":\"3 days\"}", "{\"Delivery\":{\"How long?\":\"3 days\"}}",
            "{\"faqs\":[{\"q\":\"How long?\",\"a\":\"3 days\"}]}",
            "{\"data\":{\"items\":[{\"title\":\"How long?\",\"body\":\"<p>3 days</p>\"}]}}",
            "{\"count\":1,\"next_page\":null,\"articles\":[{\"id\":7,\"title\":\"How long?\",\"body\":\"<p>3 days</p>\",\"author_id\":3}]}",
            "{\"@context\":\"https://schema.org\",\"@type\":\"FAQPage\",\"mainEntity\":[{\"@type\":\"Question\",\"name\":\"How long?\",\"acceptedAnswer\":{\"@type\":\"Answer\",\"text\":\"3 days\"}}]}",
            "{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Shop\"},{\"@type\":\"FAQPage\",\"mainEntity\":[{\"name\":\"How long?\",\"acceptedAnswer\":[{\"text\":\"3 days\"}]}]}]}",
            "[{\"id\":1,\"attributes\":{\"question\":\"How long?\",\"answer\":\"3 days\",\"publishedAt\":\"2026-01-01T00:00:00Z\"}}]",
            "{\"items\":[{\"sys\":{\"id\":\"x\"},\"fields\":{\"question\":{\"en-US\":\"How long?\"},\"answer\":{\"en-US\":\"3 days\"}}}]}",
            "[{\"id\":5,\"status\":\"publish\",\"title\":{\"rendered\":\"How long?\"},\"content\":{\"rendered\":\"<p>3 days</p>\",\"protected\":false}}]",
            "{\"qnaDocuments\":[{\"id\":1,\"answer\":\"3 days\",\"questions\":[\"How long?\"],\"metadata\":[]}]}",
            "[{\"question\":\"How long?\",\"answer\":{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"3 \"},{\"type\":\"text\",\"text\":\"days\"}]}]}}]",
            "[{\"question\":[{\"type\":\"text\",\"plain_text\":\"How long?\"}],\"answer\":[{\"plain_text\":\"3 days\"}]}]",
            "[{\"question\":\"How long?\",\"answer\":\"3 days\",},]",
            "/* ours */ [{\"Frage\":\"How long?\",\"Antwort\":\"3 days\"}]",
            "{\"question\":\"How long?\",\"answer\":\"3 days\"}\n",
            "{\"hits\":{\"hits\":[{\"_source\":{\"question\":\"How long?\",\"answer\":\"3 days\"}}]}}"})
    void entryInTheShapeOfAnotherSystem_isFound(String file) {
        for (FaqFormat format : List.of(FaqFormat.JSON, FaqFormat.JSONL)) {
            Read read = ReadFiles.read(format, file);

            assertThat(read.errors()).isEmpty();
            assertThat(questions(read)).containsExactly("How long?");
            assertThat(answers(read)).containsExactly("3 days");
            assertThat(read.changes().getFirst().content().status()).isEqualTo(FaqEntry.Status.PUBLISHED);
        }
    }

    @Test
    void categories_becomeTags() {
        Read nested = json("""
                {"categories": [
                  {"name": "Shipping", "sections": [{"title": "Abroad", "questions": [{"q": "One?", "a": "1"}]}]},
                  {"name": "Returns", "questions": [{"q": "Two?", "a": "2", "tags": "x, y"}]}]}""");
        Read keyed = json(
                "{\"Shipping\": [{\"question\": \"One?\", \"answer\": \"1\"}], \"data\": [[\"Two?\", \"2\"]]}");

        assertThat(nested.changes()).extracting(change -> change.content().tags())
                .containsExactly(List.of("Shipping", "Abroad"), List.of("x", "y", "Returns"));
        assertThat(keyed.changes()).extracting(change -> change.content().tags())
                .containsExactly(List.of("Shipping"), List.of());
    }

    @Test
    void textsInSeveralLanguages_areAnEntryForEach() {
        Read read = json(
                """
                [{"id": 3, "question": {"en": "How long?", "de": "Wie lange?", "ja": null}, "answer": {"en": "3 days", "de": "3 Tage"}}]""");

        assertThat(read.errors()).isEmpty();
        assertThat(read.changes()).extracting(change -> change.content().locale()).containsExactly("en", "de");
        assertThat(answers(read)).containsExactly("3 days", "3 Tage");
    }

    @Test
    void manyQuestionsOfOneAnswer_areItsWordings() {
        FaqContent content = json(
                "[{\"questions\": [\"How long?\", \"When?\"], \"answer\": \"3 days\", \"category\": {\"id\": 1, \"name\": \"Post\"}, \"sku\": [12, 13]}]")
                .changes().getFirst().content();

        assertThat(content.variants()).containsExactly("When?");
        assertThat(content.tags()).containsExactly("Post");
        assertThat(content.products()).containsExactly("12", "13");
    }

    @Test
    void fieldsThatSayNothingHere_areNamed() {
        Read read = json("[{\"question\": \"One?\", \"answer\": \"1\", \"votes\": 3, \"created_at\": \"2026-01-01\"}]");

        assertThat(read.changes()).hasSize(1);
        assertThat(read.ignored()).containsExactly("votes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{\"content\":", "[{\"question\":", "[", "{\"data\":[",
            "{\"answer\":{\"content\":["})
    void hostileNesting_takesLittleTime(String level) {
        for (int depth : new int[]{60, 50_000}) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                try {
                    json(closed(level, depth));
                } catch (ParleyException refused) {
                    assertThat(refused.code()).isEqualTo("bad_json");
                }
            });
        }
    }

    private static String closed(String level, int depth) {
        int times = Math.max(1, depth / (int) level.chars().filter(c -> c == '{' || c == '[').count());
        StringBuilder end = new StringBuilder();
        level.chars().filter(c -> c == '{' || c == '[').forEach(c -> end.insert(0, c == '{' ? '}' : ']'));
        return level.repeat(times) + "\"x\"" + end.toString().repeat(times);
    }
}
