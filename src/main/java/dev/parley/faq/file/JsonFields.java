package dev.parley.faq.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.faq.file.EntryField.Named;

final class JsonFields {
    private static final Named PUBLISHED = new Named(EntryField.PUBLISHED, 0, "");
    private static final Named DRAFT = new Named(EntryField.DRAFT, 0, "");
    /** Keys of nested objects that describe the entry. */
    private static final Set<String> ABOUT = Set.of("capabilities", "publishable", "publication", "publishing", "meta",
            "metadata", "settings", "options", "flags", "moderation", "workflow");

    private static final int MAX_IGNORED = 50;

    private final Set<String> ignored = new LinkedHashSet<>();
    private final JsonShapes shapes;

    JsonFields(JsonShapes shapes) {
        this.shapes = shapes;
    }

    List<String> ignored() {
        return List.copyOf(ignored);
    }

    void gather(JsonNode object, GatheredEntry entry) {
        boolean asks = JsonShapes.has(object, EntryField.QUESTION);
        String inner = JsonShapes.asksAndAnswers(object) ? null : shapes.wrapped(object);
        ShopSystem dialect = ShopSystem.of(object.propertyStream().map(Map.Entry::getKey).toList());
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            Optional<Named> found = EntryField.of(each.getKey());
            if (isForMembers(each.getKey(), object) || shapes.areTranslations(each.getValue())) {
                continue;
            }
            if (each.getKey().equals(inner)) {
                gather(each.getValue(), entry);
            } else if (each.getKey().equals("sys") && each.getValue().isObject()) {
                system(each.getValue(), entry);
            } else if (found.isEmpty() && each.getValue().isObject() && ABOUT.contains(PlainName.of(each.getKey()))) {
                about(each.getValue(), entry);
            } else if (found.isEmpty()) {
                ignore(each.getKey());
            } else {
                gather(found.get().field() == EntryField.TOPIC
                        ? found.get().as(asks ? EntryField.TAGS : EntryField.QUESTION)
                        : found.get(), each.getValue(), entry, dialect);
            }
        }
    }

    /** True for a private address beside a public one. */
    private static boolean isForMembers(String key, JsonNode object) {
        return key.equals("url") && (object.has("public_url") || object.has("publicUrl"));
    }

    /** Contentful: an entry with versions but without a published one is a draft. */
    private static void system(JsonNode sys, GatheredEntry entry) {
        if (sys.has("publishedVersion") || sys.has("version")) {
            entry.put(PUBLISHED, List.of(sys.hasNonNull("publishedVersion") ? "yes" : "no"));
        }
        if (sys.hasNonNull("archivedVersion")) {
            entry.put(DRAFT, List.of("yes"));
        }
    }

    /** Reads the status from an object beside the content. */
    private static void about(JsonNode object, GatheredEntry entry) {
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            if (each.getValue().isObject()) {
                about(each.getValue(), entry);
            } else {
                EntryField.of(each.getKey()).filter(named -> named.field().isOfPublication())
                        .ifPresent(named -> put(entry, named, each.getValue(), ShopSystem.of(List.of())));
            }
        }
    }

    private void ignore(String name) {
        if (!FaqHeader.LET_PASS.contains(name) && !name.startsWith("@") && ignored.size() < MAX_IGNORED) {
            ignored.add(FaqHeader.shortened(name));
        }
    }

    private static void gather(Named named, JsonNode value, GatheredEntry entry, ShopSystem dialect) {
        JsonTexts.inLanguages(value).ifPresentOrElse(
                texts -> texts.forEach((locale, text) -> put(entry,
                        isText(named) ? new Named(named.field(), named.rank(), locale) : named, text, dialect)),
                () -> put(entry, named, value, dialect));
    }

    private static boolean isText(Named named) {
        return named.field() == EntryField.QUESTION || named.field() == EntryField.ANSWER
                || named.field() == EntryField.VARIANTS;
    }

    private static void put(GatheredEntry entry, Named named, JsonNode value, ShopSystem dialect) {
        List<String> texts = JsonTexts.of(value).stream().map(LiteralLines::ended).toList();
        if (value.path("protected").asBoolean(false)) {
            entry.put(DRAFT, List.of("yes"));
        }
        if (named.field().isList() && !value.isArray()) {
            texts.forEach(text -> entry.put(named, FaqHeader.split(named.field(), text, false)));
        } else if (named.field() == EntryField.URL) {
            texts.stream().map(FileAddress::of).flatMap(Optional::stream)
                    .forEach(text -> entry.put(named, List.of(text)));
        } else if (named.field() == EntryField.QUESTION || named.field() == EntryField.ANSWER
                || named.field().isList()) {
            entry.put(named, texts);
        } else {
            entry.put(named, List.of(texts.isEmpty() ? "" : dialect.read(named, texts.getFirst())));
        }
    }
}
