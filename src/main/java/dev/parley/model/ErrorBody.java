package dev.parley.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.model.UpstreamError.Complaint;
import org.jspecify.annotations.Nullable;

/** Reads an error in whatever shape servers send it: an object or a text, in a list or not, as a validator's list of details, or as plain words. */
final class ErrorBody {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_COMPLAINTS = 8;
    private static final int LONGEST_TEXT = 2_000;
    private static final int DEEPEST = 4;

    private @Nullable String code;
    private @Nullable String type;
    private String parameter = "";
    private final List<Complaint> complaints = new ArrayList<>();

    private ErrorBody() {}

    static UpstreamError read(byte[] bytes, int length) {
        ErrorBody body = new ErrorBody();
        try {
            body.readRoot(JSON.readTree(bytes, 0, length));
        } catch (IOException notJson) {
            body.readPlain(new String(bytes, 0, Math.min(length, LONGEST_TEXT), StandardCharsets.UTF_8).strip());
        }
        return new UpstreamError(body.code, body.type, List.copyOf(body.complaints));
    }

    /** A page of HTML is a proxy's, and says nothing about the request. */
    private void readPlain(String text) {
        if (!text.isEmpty() && "<{[".indexOf(text.charAt(0)) < 0) {
            complain(text);
        }
    }

    private void readRoot(JsonNode root) {
        JsonNode reply = root.isArray() ? root.path(0) : root;
        if (reply.isTextual()) {
            complain(reply.asText());
            return;
        }
        JsonNode error = reply.path("error");
        boolean apart = error.isObject() || (error.isTextual() && !error.asText().isBlank());
        if (apart) {
            readError(error, 0);
        }
        if (!error.isObject()) {
            readError(reply, 0);
        }
        if (apart && error.isObject()) {
            readDetails(reply.path("detail"), 0);
        }
    }

    private void readError(JsonNode error, int depth) {
        if (error.isTextual()) {
            complain(error.asText());
            return;
        }
        code = code == null ? word(error.path("code")) : code;
        type = type == null
                ? word(error.path("type").isMissingNode() ? error.path("error_type") : error.path("type"))
                : type;
        String blamed = word(error.path("param"));
        parameter = blamed == null ? parameter : blamed;
        for (String field : List.of("message", "msg", "detail", "details", "errors", "title")) {
            readDetails(error.path(field), depth);
        }
        // Gateways wrap what the server behind them has said.
        readDetails(error.path("metadata").path("raw"), depth);
        if (complaints.isEmpty() && (code != null || !parameter.isEmpty())) {
            complain("");
        }
    }

    private void readDetails(JsonNode detail, int depth) {
        if (depth > DEEPEST || complaints.size() >= MOST_COMPLAINTS) {
            return;
        }
        if (detail.isTextual()) {
            readText(detail.asText(), depth);
        } else if (detail.isArray()) {
            detail.forEach(each -> readDetails(each, depth + 1));
        } else if (detail.has("loc")) {
            complaints.add(new Complaint(place(detail.path("loc")), detail.path("msg").asText()));
        } else if (detail.path("error").isObject()) {
            readError(detail.path("error"), depth + 1);
        } else if (detail.isObject()) {
            readError(detail, depth + 1);
        }
    }

    private void readText(String text, int depth) {
        if (text.startsWith("{") && text.endsWith("}")) {
            try {
                readDetails(JSON.readTree(text), depth + 1);
                return;
            } catch (IOException onlyLooksSo) {
                // Words, then.
            }
        }
        complain(text);
    }

    private void complain(String words) {
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add(new Complaint(parameter,
                    words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) : words));
        }
    }

    private static @Nullable String word(JsonNode node) {
        return node.isTextual() || node.isNumber() ? node.asText() : null;
    }

    private static String place(JsonNode path) {
        StringBuilder place = new StringBuilder();
        for (JsonNode step : path) {
            place.append(place.isEmpty() ? "" : ".").append(step.asText());
        }
        return place.toString().replaceFirst("^body\\.", "");
    }
}
