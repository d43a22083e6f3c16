package dev.parley.api.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.rest.IdempotencyInterceptor;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Descriptions of shared parameters; those at an operation's method take precedence. */
final class Parameters {
    static final String IF_MATCH = "If-Match";
    private static final Pattern IN_PATH = Pattern.compile("([^/]+)/\\{([^}]+)}");
    private static final Set<String> THE_BROWSERS_OWN = Set.of("User-Agent");
    private static final Map<String, String> EVERYWHERE = Map.of(
            "limit", "How many at most.",
            "cursor", "`next_cursor` of the page before.",
            "locale", "A BCP 47 tag.",
            IF_MATCH, "The `ETag` that you read, so that another change is not overwritten.",
            "If-None-Match", "The `ETag` that you have.",
            "Range", "One range of bytes, such as `bytes=0-65535`.",
            "Origin", "The page's, which the browser sets.",
            IdempotencyInterceptor.HEADER, "Makes it safe to send this again: it is done once.");
    /** By the preceding path segment. */
    private static final Map<String, Named> IN_PATHS = Map.ofEntries(
            Map.entry("conversations", id("The conversation.", 3)),
            Map.entry("recordings", id("The recording.", 0x12)),
            Map.entry("voice", id("The recording.", 0x12)),
            Map.entry("attachments", id("The file.", 0x11)),
            Map.entry("entries", id("The entry.", 4)),
            Map.entry("unanswered", id("The question.", 0xa)),
            Map.entry("keys", id("The key's id, not the key.", 6)),
            Map.entry("secrets", id("The secret's id.", 9)),
            Map.entry("tools", id("The action.", 0x10)),
            Map.entry("webhooks", id("The webhook.", 8)),
            Map.entry("deliveries", new Named("The event in its log.", "4b0c1f6e-0d7a-4c52-9a53-5b8d8a0f3c11")),
            Map.entry("visitors", new Named("Our id of the visitor, or the shop's own id of its customer.",
                    "customer-4711")),
            Map.entry("models", new Named("Always `parley`.", "parley")),
            Map.entry("shops", new Named("The shop's.", "shoes")),
            Map.entry("receipts", id("The receipt's.", 0x11)),
            Map.entry("agents", id("The agent.", 5)),
            Map.entry("sessions", id("The session.", 0x14)),
            Map.entry("canned-answers", id("The canned answer.", 0x15)),
            Map.entry("labels", new Named("The label.", "refund")),
            Map.entry("views", id("The view.", 0x16)),
            Map.entry("messages", new Named("The message's number in its conversation.", "4")),
            Map.entry("held", id("The answer that waits.", 0x17)));

    private Parameters() {}

    private record Named(String description, String example) {}

    private static Named id(String description, int number) {
        return new Named(description, "018f3b5e-7c1a-7000-8000-%012x".formatted(number));
    }

    static void complete(String path, Operation operation) {
        if (operation.getParameters() != null) {
            List<Parameter> asked = new ArrayList<>(operation.getParameters());
            asked.removeIf(parameter -> THE_BROWSERS_OWN.contains(parameter.getName()));
            operation.setParameters(asked.isEmpty() ? null : asked);
        }
        Matcher part = IN_PATH.matcher(path);
        while (part.find()) {
            Named named = IN_PATHS.get(part.group(1));
            Parameter parameter = find(operation, part.group(2)).orElseGet(() -> add(operation, part.group(2),
                    Parameter.In.PATH));
            parameter.setRequired(true);
            if (named != null && parameter.getDescription() == null) {
                parameter.setDescription(named.description());
                parameter.setExample(named.example());
            }
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream().filter(parameter -> parameter.getDescription() == null)
                    .forEach(parameter -> parameter.setDescription(EVERYWHERE.get(parameter.getName())));
        }
    }

    static void addHeader(Operation operation, String name) {
        Parameter header = find(operation, name).orElseGet(() -> add(operation, name, Parameter.In.HEADER));
        header.setDescription(EVERYWHERE.get(name));
    }

    static boolean has(Operation operation, String name) {
        return find(operation, name).isPresent();
    }

    private static Parameter add(Operation operation, String name, Parameter.In in) {
        Parameter parameter = OASFactory.createParameter().name(name).in(in)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
        operation.addParameter(parameter);
        return parameter;
    }

    private static Optional<Parameter> find(Operation operation, String name) {
        return operation.getParameters() == null
                ? Optional.empty()
                : operation.getParameters().stream().filter(known -> name.equals(known.getName())).findFirst();
    }
}
