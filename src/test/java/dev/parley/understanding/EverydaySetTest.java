package dev.parley.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.understanding.EverydayCase.Outcome;
import dev.parley.understanding.EverydayCase.Turn;
import org.junit.jupiter.api.Test;

/** The set has the properties that its README states. */
class EverydaySetTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<EverydayCase> TUNE = EverydayCase.half("tune");
    private static final List<EverydayCase> REPORT = EverydayCase.half("report");
    private static final List<EverydayCase> ALL = Stream.concat(TUNE.stream(), REPORT.stream()).toList();

    @Test
    void everyKind_isCutInHalf() {
        Map<String, Long> tune = counts(TUNE);
        Map<String, Long> report = counts(REPORT);

        assertThat(tune).hasSize(13).allSatisfy((kind, count) -> assertThat(count).as(kind).isGreaterThanOrEqualTo(20)
                .isBetween(report.getOrDefault(kind, 0L), report.getOrDefault(kind, 0L) + 1));
    }

    private static Map<String, Long> counts(List<EverydayCase> cases) {
        return cases.stream().collect(Collectors.groupingBy(EverydayCase::kind, Collectors.counting()));
    }

    @Test
    void noConversation_standsThereTwice() {
        assertThat(ALL).extracting(EverydayCase::id).doesNotHaveDuplicates();
        assertThat(ALL).extracting(EverydayCase::turns).doesNotHaveDuplicates();
    }

    @Test
    void everyAcceptedEntry_isInTheDemoShop() throws IOException {
        Set<String> known = demoQuestions();

        assertThat(ALL.stream().flatMap(each -> Stream.concat(each.expect().entries().stream(),
                each.expect().parts().stream().flatMap(List::stream))).distinct()).isSubsetOf(known);
        assertThat(EverydayJudge.ABOUT_PERSONS).isSubsetOf(known);
    }

    @Test
    void whatAnEntryAnswers_namesTheEntry() {
        assertThat(ALL).filteredOn(each -> each.expect().outcome() == Outcome.ENTRY).allSatisfy(
                each -> assertThat(each.expect().entries().isEmpty()).isNotEqualTo(each.expect().parts().isEmpty()));
    }

    @Test
    void everyRewrite_isOfAMessageOfTheSet() throws IOException {
        Map<String, Set<String>> before = new HashMap<>();
        ALL.forEach(each -> {
            String previous = "";
            for (Turn turn : each.turns()) {
                before.computeIfAbsent(turn.text(), fresh -> new HashSet<>()).add(previous);
                previous = turn.text();
            }
        });

        assertThat(JSON.readTree(resource("/everyday/rewrites.json"))).isNotEmpty().allSatisfy(rewrite -> {
            assertThat(before.getOrDefault(rewrite.path("message").asText(), Set.of()))
                    .contains(rewrite.path("after").asText(""));
            assertThat(rewrite.path("standalone").asText()).isNotBlank();
        });
    }

    private static Set<String> demoQuestions() throws IOException {
        Set<String> questions = new HashSet<>();
        for (String file : List.of("/demo/faq-en.jsonl", "/demo/faq-zh.jsonl")) {
            for (String line : resource(file).lines().filter(each -> !each.isBlank()).toList()) {
                JsonNode entry = JSON.readTree(line);
                questions.add(entry.path("question").asText());
            }
        }
        return questions;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = EverydaySetTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
