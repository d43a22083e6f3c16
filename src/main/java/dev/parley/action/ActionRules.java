package dev.parley.action;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.OutgoingUrl;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

final class ActionRules {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,49}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,49}");
    private static final Pattern VALUE = Pattern.compile("[ -~]{1,2000}");
    private static final Set<String> OUR_HEADERS = Set.of("host", "content-length", "content-type", "connection",
            "transfer-encoding", "upgrade", "accept", "accept-encoding", "idempotency-key", "expect", "te", "trailer");
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int LONGEST_QUESTION = 300;
    private static final int MAX_FIELDS = 30;
    private static final int USUAL_MILLIS = 5_000;
    /** Several calls must fit into the 30 s that a visitor waits. */
    private static final int MAX_MILLIS = 8_000;

    private ActionRules() {}

    static ActionSettings checked(ActionRequest request) {
        String customer = or(request.customerField(), "customer_id");
        require(FIELD.matcher(customer).matches(), "customer_field", "is a name of letters, digits and underscores");
        String url = or(request.url(), "").strip();
        url(url);
        ObjectNode none = JsonNodeFactory.instance.objectNode().put("type", "object");
        return new ActionSettings(name(request.name()), text(request.description(), "description", LONGEST_DESCRIPTION),
                ArgumentSchemas.checked(request.parameters() == null ? none : request.parameters(), customer), url,
                oneOf(or(request.method(), "GET").toUpperCase(Locale.ROOT), "method", "GET", "POST"),
                header(request.authHeader()), timeout(request.timeoutMs()),
                oneOf(or(request.requires(), "verified"), "requires", "anonymous", "verified"),
                oneOf(or(request.confirm(), "never"), "confirm", "never", "visitor"),
                request.confirmText() == null ? null : text(request.confirmText(), "confirm_text", LONGEST_QUESTION),
                customer, pointers(request.tell(), "tell"), card(request.card()),
                request.enabled() == null || request.enabled(), request.idempotent() != null && request.idempotent());
    }

    static OutgoingUrl url(String text) {
        try {
            return OutgoingUrl.parse(text);
        } catch (IllegalArgumentException refused) {
            throw refusal("url", String.valueOf(refused.getMessage()));
        }
    }

    static String secret(String value) {
        require(VALUE.matcher(value).matches(), "auth_value", "has 1 to 2,000 visible ASCII characters");
        return value;
    }

    private static String name(@Nullable String name) {
        require(name != null && NAME.matcher(name).matches(), "name",
                "begins with a small letter and goes on with small letters, digits and underscores, at most 50");
        return String.valueOf(name);
    }

    private static String text(@Nullable String text, String field, int longest) {
        String clean = text == null ? "" : text.replace("\u0000", "").strip();
        require(!clean.isEmpty() && clean.length() <= longest, field, "has 1 to " + longest + " characters");
        return clean;
    }

    private static @Nullable String header(@Nullable String name) {
        require(name == null
                || (HEADER.matcher(name).matches() && !OUR_HEADERS.contains(name.toLowerCase(Locale.ROOT))),
                "auth_header", "is the name of a header of your own, such as `Authorization`");
        return name;
    }

    private static int timeout(@Nullable Integer millis) {
        int wanted = millis == null ? USUAL_MILLIS : millis;
        require(wanted >= 100 && wanted <= MAX_MILLIS, "timeout_ms", "lies between 100 and 8,000");
        return wanted;
    }

    private static ActionSettings.@Nullable Card card(ActionSettings.@Nullable Card card) {
        if (card == null) {
            return null;
        }
        require(card.type() != null && NAME.matcher(card.type()).matches(), "card.type", "is a name such as `order`");
        Map<String, String> fields = pointers(card.fields(), "card.fields");
        require(!fields.containsKey("type"), "card.fields", "must not name `type`");
        return new ActionSettings.Card(card.type(), fields);
    }

    private static Map<String, String> pointers(@Nullable Map<String, ? extends @Nullable String> given,
            String field) {
        Map<String, String> checked = new LinkedHashMap<>();
        (given == null ? Map.<String, String>of() : given).forEach((name, pointer) -> {
            require(FIELD.matcher(name).matches() && pointer != null && isPointer(pointer), field,
                    "maps names to JSON Pointers such as `/order/status`");
            checked.put(name, String.valueOf(pointer));
        });
        require(checked.size() <= MAX_FIELDS, field, "has at most 30 entries");
        return checked;
    }

    private static boolean isPointer(String text) {
        try {
            JsonPointer.compile(text);
            return text.startsWith("/");
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static String oneOf(String value, String field, String first, String second) {
        require(value.equals(first) || value.equals(second), field, "is `" + first + "` or `" + second + "`");
        return value;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static void require(boolean holds, String field, String otherwise) {
        if (!holds) {
            throw refusal(field, otherwise);
        }
    }

    private static ParleyException refusal(String field, String what) {
        return ParleyException.field(field, "bad_tool", what + ".");
    }
}
