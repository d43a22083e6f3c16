package dev.parley.model.health;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.model.health.LaneCheck.Verdict;
import org.jspecify.annotations.Nullable;

final class ModelList {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelList() {}

    static LaneCheck look(byte[] reply, String model, LocalDate today) {
        JsonNode data;
        try {
            data = JSON.readTree(reply).path("data");
        } catch (IOException notJson) {
            return LaneCheck.of(Verdict.UNKNOWN);
        }
        List<String> names = new ArrayList<>();
        JsonNode ours = null;
        for (JsonNode entry : data) {
            String id = entry.path("id").asText();
            names.add(id);
            if (ours == null && isNamed(id, model)) {
                ours = entry;
            }
        }
        if (names.isEmpty()) {
            return LaneCheck.of(Verdict.UNKNOWN);
        }
        LocalDate shutdown = ours == null ? null : shutdown(ours);
        boolean there = ours != null && (shutdown == null || shutdown.isAfter(today));
        return new LaneCheck(there ? Verdict.THERE : Verdict.GONE, shutdown, List.copyOf(names));
    }

    /** Some servers omit {@code :latest}; some gateways list families as {@code vendor/*}. */
    private static boolean isNamed(String id, String model) {
        return id.equals(model) || id.equals(model + ":latest")
                || (id.endsWith("*") && model.startsWith(id.substring(0, id.length() - 1)));
    }

    private static @Nullable LocalDate shutdown(JsonNode entry) {
        JsonNode openAi = entry.path("shutdown_date");
        return day(openAi.isMissingNode() || openAi.isNull() ? entry.path("deprecation").path("inference") : openAi);
    }

    private static @Nullable LocalDate day(JsonNode value) {
        try {
            if (value.isNumber()) {
                return Instant.ofEpochSecond(value.asLong()).atZone(ZoneOffset.UTC).toLocalDate();
            }
            String text = value.asText();
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException rubbish) {
            return null;
        }
    }
}
