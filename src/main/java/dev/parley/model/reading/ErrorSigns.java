package dev.parley.model.reading;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Detects errors sent with status 200 or midway. Some field names suffice; others count only without content. */
final class ErrorSigns {
    private static final Set<String> LIKELY = Set.of("message", "msg", "detail", "details", "errors", "error_msg",
            "error_message", "errorMessage", "error_code", "errorCode", "errcode", "err_code", "errmsg", "err_msg",
            "fault", "exception", "traceback", "status_msg");
    /** Status texts that are not errors. */
    private static final Pattern HARMLESS = Pattern.compile(
            "(?i)(?:ok|success|succeeded|start|begin|(?:still )?(?:processing|queued|waiting|loading|working|alive)|.*(?:\\bping|keep-?alive|heartbeat).*)[.…! ]*");

    private boolean certain;
    private boolean likely;

    boolean certain() {
        return certain;
    }

    boolean likely() {
        return likely;
    }

    void isCertain() {
        certain = true;
    }

    /** Reads a field that is not part of an answer. */
    void read(JsonParser json, String name, JsonToken value) throws IOException {
        switch (name) {
            case "error", "Error" -> certain |= isSomething(json, value);
            case "type", "status", "event" -> certain |= saysError(json, value);
            case "success" -> {
                likely |= value == JsonToken.VALUE_FALSE;
                json.skipChildren();
            }
            case "base_resp" -> certain |= hasCode(json, value);
            default -> {
                boolean named = LIKELY.contains(name);
                likely |= named && isSomething(json, value);
                json.skipChildren();
            }
        }
    }

    private static boolean saysError(JsonParser json, JsonToken value) throws IOException {
        String text = ChunkReader.text(json, value);
        return text != null && (text.equalsIgnoreCase("error") || text.equalsIgnoreCase("failed"));
    }

    /** False for null and empty values. */
    static boolean isSomething(JsonParser json, JsonToken value) throws IOException {
        boolean something = switch (value) {
            case VALUE_NULL, VALUE_FALSE -> false;
            case VALUE_STRING -> !json.getText().isBlank() && !HARMLESS.matcher(json.getText().strip()).matches();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue() != 0;
            case START_OBJECT -> json.nextToken() != JsonToken.END_OBJECT;
            case START_ARRAY -> json.nextToken() != JsonToken.END_ARRAY;
            default -> true;
        };
        if (something && (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY)) {
            leave(json);
        }
        return something;
    }

    private static boolean hasCode(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            json.skipChildren();
            return false;
        }
        boolean wrong = false;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken field = json.nextToken();
            wrong |= name.equals("status_code") && ChunkReader.count(json, field) > 0;
            json.skipChildren();
        }
        return wrong;
    }

    private static void leave(JsonParser json) throws IOException {
        int depth = 1;
        for (JsonToken token = json.currentToken(); token != null; token = json.nextToken()) {
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0) {
                return;
            }
        }
    }
}
