package dev.parley.model.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.model.Usage;
import org.jspecify.annotations.Nullable;

final class TranscriptReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_SPANS = 100_000;
    private static final int MAX_TOKENS = 20_000_000;
    private static final double MAX_SECONDS = 100_000;

    private TranscriptReader() {}

    static @Nullable ModelTranscript read(byte[] body, boolean translated) {
        JsonNode reply;
        try {
            reply = JSON.readTree(body);
        } catch (IOException notJson) {
            return null;
        }
        JsonNode text = reply.path("text");
        if (!text.isTextual()) {
            return null;
        }
        String language = reply.path("language").isTextual() ? reply.path("language").asText() : null;
        return new ModelTranscript(text.asText().strip(), translated, language, seconds(reply),
                spans(reply.path("segments"), "text"), spans(reply.path("words"), "word"), usage(reply.path("usage")),
                "", null, 0);
    }

    private static @Nullable Double seconds(JsonNode reply) {
        JsonNode counted = reply.path("usage").path("seconds");
        // Some send numbers as text.
        double seconds = counted.isMissingNode() ? reply.path("duration").asDouble(-1) : counted.asDouble(-1);
        return seconds >= 0 && seconds <= MAX_SECONDS ? seconds : null;
    }

    private static List<ModelTranscript.Span> spans(JsonNode nodes, String field) {
        List<ModelTranscript.Span> spans = new ArrayList<>();
        for (JsonNode node : nodes) {
            double start = node.path("start").asDouble(-1);
            double end = node.path("end").asDouble(-1);
            if (node.path(field).isTextual() && start >= 0 && end >= start && end <= MAX_SECONDS
                    && spans.size() < MAX_SPANS) {
                spans.add(new ModelTranscript.Span(start, end, node.path(field).asText(),
                        node.has("tokens") ? figures(node) : null));
            }
        }
        return List.copyOf(spans);
    }

    private static ModelTranscript.Figures figures(JsonNode node) {
        List<Integer> tokens = new ArrayList<>();
        for (JsonNode token : node.path("tokens")) {
            if (token.isInt() && tokens.size() < MAX_SPANS) {
                tokens.add(token.intValue());
            }
        }
        return new ModelTranscript.Figures(node.path("seek").asLong(0), List.copyOf(tokens),
                number(node.path("temperature")),
                number(node.path("avg_logprob")), number(node.path("compression_ratio")),
                number(node.path("no_speech_prob")));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }

    /** Text input is cheaper than audio, so it is reported like cached tokens. */
    private static @Nullable Usage usage(JsonNode usage) {
        int input = count(usage.path("input_tokens"));
        int output = count(usage.path("output_tokens"));
        if (input + output == 0) {
            return null;
        }
        JsonNode details = usage.path("input_token_details");
        int text = count((details.isMissingNode() ? usage.path("input_tokens_details") : details).path("text_tokens"));
        return new Usage(input, output, Math.min(text, input));
    }

    private static int count(JsonNode node) {
        return node.isNumber() ? Math.clamp(node.asLong(), 0, MAX_TOKENS) : 0;
    }
}
