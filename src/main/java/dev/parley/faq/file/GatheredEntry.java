package dev.parley.faq.file;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.parley.faq.file.EntryField.Named;
import org.jspecify.annotations.Nullable;

/** The values of a row by field, before they are interpreted. */
public final class GatheredEntry {
    /** White space of all kinds and invisible characters. */
    private static final Pattern ENDS = Pattern
            .compile("^[\\s\\p{Z}\u200B\u2060\uFEFF\u00AD]+|[\\s\\p{Z}\u200B\u2060\uFEFF\u00AD]+$");

    /** By the rank of the column name. */
    private final Map<EntryField, TreeMap<Integer, List<String>>> values = new EnumMap<>(EntryField.class);
    private final Map<String, GatheredEntry> translations = new LinkedHashMap<>();

    void put(Named named, List<String> texts) {
        if (named.locale().isEmpty()) {
            values.computeIfAbsent(named.field(), fresh -> new TreeMap<>())
                    .computeIfAbsent(named.rank(), fresh -> new ArrayList<>())
                    .addAll(texts.stream().map(GatheredEntry::trimmed).toList());
        } else {
            translations.computeIfAbsent(named.locale(), fresh -> new GatheredEntry())
                    .put(new Named(named.field(), named.rank(), ""), texts);
        }
    }

    static String trimmed(String text) {
        return ENDS.matcher(text).replaceAll("");
    }

    /** All values of the field, empty cells included. */
    public List<String> all(EntryField field) {
        return values.getOrDefault(field, new TreeMap<>()).values().stream().flatMap(List::stream).toList();
    }

    /** Values of the column with the best rank that is not empty. */
    List<String> best(EntryField field) {
        return values.getOrDefault(field, new TreeMap<>()).values().stream()
                .map(texts -> texts.stream().filter(text -> !text.isEmpty()).toList())
                .filter(texts -> !texts.isEmpty()).findFirst().orElse(List.of());
    }

    @Nullable
    String one(EntryField field) {
        List<String> best = best(field);
        return best.isEmpty() ? null : best.getFirst();
    }

    boolean hasText() {
        return one(EntryField.QUESTION) != null || one(EntryField.VARIANTS) != null || one(EntryField.ANSWER) != null;
    }

    /** One entry per language; values without a language apply to all of them. */
    List<GatheredEntry> entries() {
        List<GatheredEntry> entries = new ArrayList<>();
        if (hasText()) {
            entries.add(this);
        }
        translations.forEach((locale, texts) -> {
            if (texts.hasText()) {
                entries.add(translated(locale, texts));
            }
        });
        return entries;
    }

    private GatheredEntry translated(String locale, GatheredEntry texts) {
        GatheredEntry entry = new GatheredEntry();
        values.forEach((field, ranked) -> {
            switch (field) {
                case QUESTION, VARIANTS, ANSWER, LOCALE, ID -> {
                    // Values in this entry's language.
                }
                default -> entry.values.put(field, ranked);
            }
        });
        entry.values.putAll(texts.values);
        entry.put(new Named(EntryField.LOCALE, 0, ""), List.of(locale));
        String id = one(EntryField.ID);
        if (id != null) {
            entry.put(new Named(EntryField.ID, 0, ""), List.of(id + " " + locale));
        }
        return entry;
    }
}
