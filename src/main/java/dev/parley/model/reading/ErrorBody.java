package dev.parley.model.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.model.reading.UpstreamError.Complaint;
import org.jspecify.annotations.Nullable;

/** Reads an error in any shape: object or text, in a list or not, a validator's details, or plain words. */
public final class ErrorBody {
    private static final ObjectMapper JSON = ForgivingJson.TREE;
    private static final List<String> CODES = List.of("code", "error_code", "errorCode", "errcode", "err_code",
            "status_code", "statusCode", "status");
    private static final List<String> WORDS = List.of("message", "msg", "detail", "details", "errors", "title",
            "error_msg", "error_message", "errorMessage", "errmsg", "err_msg", "status_msg", "faultstring");
    private static final int MAX_COMPLAINTS = 8;
    private static final int LONGEST_TEXT = 2_000;
    private static final int DEEPEST = 4;

    private @Nullable String code;
    private @Nullable String type;
    private String parameter = "";
    private final List<Complaint> complaints = new ArrayList<>();

    private ErrorBody() {}

    public static UpstreamError read(byte[] bytes, int length) {
        ErrorBody body = new ErrorBody();
        try {
            body.readRoot(tree(bytes, length));
        } catch (IOException notJson) {
            body.readPlain(ForgivingJson.text(bytes, Math.min(length, LONGEST_TEXT)).strip());
        }
        return new UpstreamError(body.code, body.type, List.copyOf(body.complaints));
    }

    private static JsonNode tree(byte[] bytes, int length) throws IOException {
        try {
            return JSON.readTree(bytes, 0, length);
        } catch (IOException unread) {
            return JSON.readTree(ForgivingJson.mended(bytes, length));
        }
    }

    /** An HTML page comes from a proxy and says nothing about the request. */
    private void readPlain(String text) {
        if (!text.isEmpty() && "<{[".indexOf(text.charAt(0)) < 0) {
            complain(text);
        }
    }

    private void readRoot(JsonNode root) {
        JsonNode reply = root.isArray() ? first(root) : root;
        if (reply.isTextual()) {
            complain(reply.asText());
            return;
        }
        JsonNode error = errorIn(reply);
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

    /** The first element that describes an error. */
    private static JsonNode first(JsonNode list) {
        for (JsonNode each : list) {
            if (!errorIn(each).isMissingNode()) {
                return each;
            }
        }
        return list.path(0);
    }

    private static JsonNode errorIn(JsonNode reply) {
        for (JsonNode error : List.of(reply.path("error"), reply.path("Error"), reply.at("/choices/0/error"),
                reply.path("base_resp"), reply.path("fault"), reply.path("exception"))) {
            if (!error.isMissingNode() && !error.isNull()) {
                return error;
            }
        }
        return MissingNode.getInstance();
    }

    private static @Nullable String codeIn(JsonNode error) {
        for (String field : CODES) {
            String code = word(error.path(field));
            if (code != null && !(field.equals("status") && error.path(field).isTextual())) {
                return code;
            }
        }
        return null;
    }

    private void readError(JsonNode error, int depth) {
        if (error.isTextual()) {
            complain(error.asText());
            return;
        }
        code = code == null ? codeIn(error) : code;
        type = type == null
                ? word(error.path("type").isMissingNode() ? error.path("error_type") : error.path("type"))
                : type;
        String blamed = word(error.path("param"));
        parameter = blamed == null ? parameter : blamed;
        for (String field : WORDS) {
            readDetails(error.path(field), depth);
        }
        // Gateways wrap the error of the server behind them.
        readDetails(error.path("metadata").path("raw"), depth);
        if (complaints.isEmpty() && (code != null || !parameter.isEmpty())) {
            complain("");
        }
    }

    private void readDetails(JsonNode detail, int depth) {
        if (depth > DEEPEST || complaints.size() >= MAX_COMPLAINTS) {
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
                // Plain words.
            }
        }
        complain(text);
    }

    private void complain(String words) {
        if (complaints.size() < MAX_COMPLAINTS) {
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
