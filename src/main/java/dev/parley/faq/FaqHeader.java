package dev.parley.faq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.platform.ParleyException;

/**
 * The first row of a table of entries. One of ours names our columns and no others. One that another help centre has written names an article's
 * title and body; of its other columns those are taken that say something here, whatever its product calls them.
 */
record FaqHeader(List<String> columns, boolean foreign) {
    private static final Set<String> LET_PASS = Set.of("created_at", "updated_at");
    private static final Map<String, List<String>> NAMES = Map.of(
            "question", List.of("title", "article title", "question title", "subject", "name"),
            "answer",
            List.of("body", "content", "html body", "body html", "article body", "article content", "answer", "html"),
            "summary", List.of("description", "summary", "excerpt", "meta description"),
            "locale", List.of("locale", "language", "lang", "article locale"),
            "tags",
            List.of("tags", "labels", "label names", "category", "categories", "category name", "collection",
                    "collections",
                    "collection name", "section", "section name", "folder"),
            "url", List.of("url", "html url", "public url", "article url", "link"),
            "status", List.of("status", "state", "article status"),
            "draft", List.of("draft", "is draft"));
    private static final Map<String, String> STATUSES = Map.of("published", "published", "live", "published", "public",
            "published", "draft", "draft", "archived", "draft", "unpublished", "draft", "hidden", "draft", "private",
            "draft", "internal", "draft");

    static FaqHeader of(String[] cells) {
        List<String> names = Arrays.stream(cells).map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
        List<String> known = names.stream().map(FaqHeader::meaning).toList();
        if (!names.contains("question") && known.contains("question")
                && (known.contains("answer") || known.contains("summary"))) {
            return new FaqHeader(known, true);
        }
        return own(names);
    }

    private static String meaning(String name) {
        String plain = name.replaceAll("[^a-z]+", " ").strip();
        return NAMES.entrySet().stream().filter(each -> each.getValue().contains(plain)).map(Map.Entry::getKey)
                .findFirst().orElse("");
    }

    private static FaqHeader own(List<String> names) {
        for (String column : names) {
            if (!FaqFile.COLUMNS.contains(column) && !LET_PASS.contains(column)) {
                throw ParleyException.invalid("unknown_column",
                        "The column `%s` is not known. The first row names columns among: %s."
                                .formatted(column.substring(0, Math.min(40, column.length())),
                                        String.join(", ", FaqFile.COLUMNS)));
            }
        }
        if (!names.contains("question")) {
            throw ParleyException.invalid("missing_column", "The first row names no column `question`.");
        }
        return new FaqHeader(names, false);
    }

    /** Puts a cell where it belongs; an empty one says nothing. */
    void take(ObjectNode entry, int column, String cell) {
        String name = columns.get(column);
        if (foreign) {
            takeForeign(entry, name, cell.strip());
        } else if (FaqFile.LISTS.contains(name)) {
            add(entry.putArray(name), Formulas.restore(cell), "[|\r\n]");
        } else if (!cell.isEmpty()) {
            entry.put(name, Formulas.restore(cell));
        }
    }

    private static void takeForeign(ObjectNode entry, String name, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        switch (name) {
            case "question" -> entry.put(name, HtmlToMarkdown.plain(cell));
            case "answer" -> entry.put(name, HtmlToMarkdown.of(cell));
            case "summary" -> {
                // What an article is about stands for its text only where there is none.
                if (entry.path("answer").asText().isEmpty()) {
                    entry.put("answer", HtmlToMarkdown.of(cell));
                }
            }
            case "tags" -> add(entry.withArray(name), cell, "[|,;\r\n]");
            case "url" -> {
                if (cell.regionMatches(true, 0, "http", 0, 4)) {
                    entry.put(name, cell);
                }
            }
            case "status" -> entry.put(name, STATUSES.getOrDefault(cell.toLowerCase(Locale.ROOT), cell));
            case "draft" -> entry.put("status", cell.equalsIgnoreCase("true") ? "draft" : "published");
            case "locale" -> entry.put(name, cell);
            default -> {
                // Authors, counts and dates of the other system say nothing here.
            }
        }
    }

    private static void add(ArrayNode list, String cell, String separators) {
        List<String> parts = new ArrayList<>(Arrays.asList(cell.split(separators, -1)));
        parts.stream().map(String::strip).filter(part -> !part.isEmpty()).forEach(list::add);
    }
}
