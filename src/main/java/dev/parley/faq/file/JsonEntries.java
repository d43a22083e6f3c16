package dev.parley.faq.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.faq.file.EntryField.Named;
import dev.parley.faq.file.FaqFile.Parsed;
import dev.parley.faq.file.FaqFile.Row;
import dev.parley.faq.file.FaqFile.Rows;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Finds entries in JSON of any system: nested lists, pairs, objects with questions as keys. */
final class JsonEntries {
    private static final Named TAG = new Named(EntryField.TAGS, 0, "");
    private static final Named QUESTION = new Named(EntryField.QUESTION, 0, "");
    private static final Named ANSWER = new Named(EntryField.ANSWER, 0, "");
    private static final Named LOCALE = new Named(EntryField.LOCALE, 0, "");
    private static final Named PUBLISHED = new Named(EntryField.PUBLISHED, 0, "");
    /** Keys that do not name a category. */
    private static final Set<String> WRAPPERS = Set.of("data", "items", "faq", "faqs", "articles", "article", "entries",
            "results", "result", "questions", "records", "rows", "list", "docs", "documents", "hits", "nodes", "edges",
            "value", "values", "content", "contents", "main entity", "qna documents", "qna list", "qna pairs",
            "payload",
            "response", "posts", "pages", "children", "knowledge", "knowledge base", "graph", "export", "intents",
            "output", "root", "objects", "all", "categories", "sections", "folders", "collections", "topics", "groups",
            "help",
            "help center", "main", "faq items", "faq list", "qa", "qas", "pairs", "question answers", "body");

    /** Lists whose elements have a name and description but are not entries if real entries stand beside them. */
    private static final Set<String> CATEGORIES = Set.of("categories", "sections", "folders", "collections", "topics",
            "groups", "users");

    private final List<Row> rows = new ArrayList<>();
    private final JsonShapes shapes = new JsonShapes();
    private final JsonFields fields = new JsonFields(shapes);
    /** Current line of JSON Lines; 0 if entries are counted. */
    private int line;

    private JsonEntries() {}

    /** JSON and JSON Lines are often sent under each other's name. */
    static Rows read(FaqFormat format, String text) {
        JsonEntries entries = new JsonEntries();
        JsonProcessingException broken = null;
        if (format == FaqFormat.JSON || text.stripLeading().startsWith("[") || !isLine(firstLine(text))) {
            try {
                entries.root(JsonDialects.plain(FaqFile.JSON.readTree(text)));
                return entries.done();
            } catch (JsonProcessingException unreadable) {
                broken = unreadable;
            }
        }
        if (format == FaqFormat.JSON && !isLine(firstLine(text))) {
            throw ParleyException.invalid("bad_json", "The file is not well-formed JSON; line "
                    + (broken == null || broken.getLocation() == null ? "?" : broken.getLocation().getLineNr())
                    + " breaks it.");
        }
        entries.lines(text);
        return entries.done();
    }

    /** A check box that is ticked in some entries is missing in the others. */
    private Rows done() {
        List<GatheredEntry> entries = rows.stream().filter(row -> row instanceof Parsed).map(Row::entry).toList();
        if (entries.stream().anyMatch(entry -> !entry.all(EntryField.PUBLISHED).isEmpty())) {
            entries.stream().filter(entry -> entry.all(EntryField.PUBLISHED).isEmpty())
                    .forEach(entry -> entry.put(PUBLISHED, List.of("")));
        }
        return new Rows(rows, fields.ignored());
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static boolean isLine(String line) {
        try {
            return FaqFile.JSON.readTree(line).isObject();
        } catch (JsonProcessingException no) {
            return false;
        }
    }

    private void lines(String text) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            line = i + 1;
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                element(JsonDialects.plain(FaqFile.JSON.readTree(lines[i])), List.of());
            } catch (JsonProcessingException unreadable) {
                refuse("bad_json", "The line is not well-formed JSON.");
            }
        }
    }

    private void root(@Nullable JsonNode root) {
        if (root != null && root.isArray()) {
            elements(root, List.of());
        } else if (root != null && root.isObject()) {
            object(root, List.of());
        }
        if (root == null || !root.isContainerNode() || (rows.isEmpty() && root.isObject())) {
            throw ParleyException.invalid("bad_json",
                    "The file holds no entries. Send a JSON array of objects with `question` and `answer`.");
        }
    }

    private int next() {
        return line > 0 ? line : rows.size() + 1;
    }

    private void refuse(String code, String detail) {
        rows.add(FaqFile.refused(next(), code, detail));
    }

    /** Lists beside the entries may hold other things, such as the site or its owner. */
    private void elements(JsonNode array, List<String> tags) {
        boolean nested = false;
        for (JsonNode element : array) {
            nested = nested || (!shapes.isEntry(element) && shapes.holdsEntries(element));
        }
        for (JsonNode element : array) {
            if (!nested || !element.isObject() || shapes.isEntry(element) || JsonShapes.isMap(element)
                    || shapes.holdsEntries(element)) {
                element(element, tags);
            }
        }
    }

    private void element(JsonNode element, List<String> tags) {
        if (element.isArray() && element.size() >= 2 && element.get(0).isTextual() && element.get(1).isTextual()) {
            pair(element.get(0).asText(), element.get(1).asText(), tags);
        } else if (!element.isObject()) {
            refuse("bad_row", "An entry is a JSON object.");
        } else if (shapes.isEntry(element) || !shapes.holdsEntries(element)) {
            if (JsonShapes.isMap(element)) {
                map(element, tags);
            } else {
                entry(element, tags);
            }
        } else {
            object(element, tags);
        }
    }

    private void pair(String question, String answer, List<String> tags) {
        GatheredEntry entry = new GatheredEntry();
        entry.put(QUESTION, List.of(question));
        entry.put(ANSWER, List.of(answer));
        entry.put(TAG, tags);
        rows.add(new Parsed(next(), entry));
    }

    private void map(JsonNode questions, List<String> tags) {
        questions.properties().forEach(each -> pair(each.getKey(), each.getValue().asText(), tags));
    }

    /** The title of a wrapper is the category of its entries. */
    private void object(JsonNode object, List<String> tags) {
        if (shapes.isEntry(object)) {
            entry(object, tags);
            return;
        }
        if (JsonShapes.isMap(object)) {
            map(object, tags);
            return;
        }
        List<String> own = new ArrayList<>(tags);
        JsonShapes.title(object).ifPresent(own::add);
        boolean beside = object.properties().stream().anyMatch(
                each -> !CATEGORIES.contains(PlainName.of(each.getKey())) && shapes.holdsDirectly(each.getValue()));
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            JsonNode value = each.getValue();
            if (beside && CATEGORIES.contains(PlainName.of(each.getKey())) && shapes.holdsDirectly(value)) {
                continue;
            }
            List<String> named = new ArrayList<>(own);
            if (!WRAPPERS.contains(PlainName.of(each.getKey())) && !each.getKey().startsWith("@")
                    && (shapes.holdsDirectly(value) || JsonShapes.isMap(value) || JsonShapes.holdsLists(value))) {
                named.add(each.getKey());
            }
            if (value.isArray() && shapes.holdsEntries(value)) {
                elements(value, named);
            } else if (value.isObject()
                    && (shapes.isEntry(value) || JsonShapes.isMap(value) || shapes.holdsEntries(value))) {
                object(value, named);
            }
        }
    }

    /** Each translation becomes an entry with its own status. */
    private void translations(JsonNode object, List<String> tags) {
        for (JsonNode value : object) {
            if (value.isObject() && shapes.areTranslations(value)) {
                value.properties().stream().filter(each -> shapes.isEntry(each.getValue())).forEach(each -> {
                    GatheredEntry entry = new GatheredEntry();
                    fields.gather(each.getValue(), entry);
                    entry.put(TAG, tags);
                    entry.put(LOCALE, List.of(each.getKey()));
                    rows.add(new Parsed(next(), entry));
                });
            }
        }
    }

    private void entry(JsonNode object, List<String> tags) {
        GatheredEntry entry = new GatheredEntry();
        fields.gather(object, entry);
        entry.put(TAG, tags);
        List<GatheredEntry> entries = entry.entries();
        int number = next();
        if (entries.isEmpty()) {
            rows.add(new Parsed(number, entry));
        } else {
            entries.forEach(each -> rows.add(new Parsed(number, each)));
        }
        translations(object, tags);
    }
}
