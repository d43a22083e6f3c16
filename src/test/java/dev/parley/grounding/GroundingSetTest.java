package dev.parley.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers about the demo shop in many wordings and languages: each true, and once more with one fact changed, as in {true=>invented}. */
class GroundingSetTest {
    private static final Pattern CHANGE = Pattern.compile("\\{([^{}]*?)=>([^{}]*?)}");

    private final Map<String, List<String>> entries = entries("/demo/faq-en.jsonl");

    private record Figures(int alarms, int caught, int all) {}

    @ParameterizedTest
    @ValueSource(strings = {"answers-tuned.txt", "answers-kept.txt", "answers-hard.txt"})
    void trueAnswers_passAndInventedOnesDoNot(String file) {
        Figures figures = figures(file);

        System.out.printf("%s: %d true answers, %d false alarms; %d of %d inventions found%n", file, figures.all,
                figures.alarms, figures.caught, figures.all);
        assertThat(figures.alarms).isLessThanOrEqualTo(figures.all / 30);
        assertThat(figures.caught).isGreaterThanOrEqualTo(figures.all - figures.all / 50);
    }

    @Test
    void demoShopInChinese_saysWhatItSaysInEnglish() {
        List<String> alarms = new ArrayList<>();
        entries("/demo/faq-zh.jsonl").forEach((key, texts) -> {
            Sources sources = Sources.of(entries.getOrDefault(key.substring(3), List.of()));
            texts.forEach(text -> Grounding.check(text, sources).forEach(fact -> alarms.add(key + " " + fact.text())));
        });

        // The English entry of the same address does not contain these four.
        assertThat(alarms).containsExactlyInAnyOrder("zh/help/warranty 15 欧元", "zh/help/warranty 两周",
                "zh/products/trailwind-2#sizes https://alderandpine.example/zh/products/trailwind-2#sizes",
                "zh/help/account#create 一小时");
    }

    @Test
    void everyEntry_standsOnItself() {
        entries.values().forEach(texts -> texts
                .forEach(text -> assertThat(Grounding.check(text, Sources.of(List.of(text)))).as(text).isEmpty()));
    }

    private Figures figures(String file) {
        int alarms = 0;
        int caught = 0;
        List<String> lines = lines(file);
        for (String line : lines) {
            String[] parts = line.replace("\\n", "\n").split(" \\| ", 2);
            Sources sources = Sources.of(Arrays.stream(parts[0].split(" ", -1))
                    .flatMap(key -> Objects.requireNonNull(entries.get(key), key).stream()).toList());
            alarms += Grounding.check(taken(parts[1], 1), sources).isEmpty() ? 0 : 1;
            caught += Grounding.check(taken(parts[1], 2), sources).isEmpty() ? 0 : 1;
        }
        return new Figures(alarms, caught, lines.size());
    }

    private static String taken(String line, int side) {
        return CHANGE.matcher(line).replaceAll(change -> Matcher.quoteReplacement(change.group(side)));
    }

    private static Map<String, List<String>> entries(String file) {
        Map<String, List<String>> entries = new HashMap<>();
        for (String line : lines(file)) {
            JsonNode entry = json(line);
            entries.computeIfAbsent(entry.path("url").asText().replaceFirst(".*?\\.example/", ""),
                    key -> new ArrayList<>())
                    .add(entry.path("question").asText() + "\n" + entry.path("answer").asText());
        }
        return entries;
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(GroundingSetTest.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
