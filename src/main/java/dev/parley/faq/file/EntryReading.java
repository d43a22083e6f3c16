package dev.parley.faq.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parley.faq.FaqFields;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Converts a row to an entry's fields: HTML to Markdown, dates to ISO 8601, language names to tags. */
public final class EntryReading {
    private static final Pattern ADDRESS = Pattern.compile("]\\([^()\\s]*\\)");

    private final FileDates dates;
    private final Publication publication;

    /** {@code dates}: every date of the file, to tell its date format; {@code statuses}: every status of the file. */
    public EntryReading(List<String> dates, List<String> statuses, String shopsLocale, Instant now) {
        this.dates = FileDates.of(dates, shopsLocale);
        this.publication = new Publication(this.dates, now, statuses);
    }

    public FaqFields fields(GatheredEntry entry) {
        requireNoFailedFormula("question", entry.best(EntryField.QUESTION));
        requireNoFailedFormula("answer", entry.best(EntryField.ANSWER));
        List<String> questions = texts(entry.best(EntryField.QUESTION));
        String question = questions.isEmpty() ? null : questions.getFirst();
        List<String> others = Stream.concat(questions.stream().skip(1), texts(entry.all(EntryField.VARIANTS)).stream())
                .toList();
        String locale = entry.one(EntryField.LOCALE);
        return new FaqFields(entry.one(EntryField.ID), question, new ArrayList<>(others), answer(entry),
                locale == null ? null : LocaleName.of(locale).orElse(null), labels(entry, EntryField.PRODUCTS),
                labels(entry, EntryField.TAGS), entry.one(EntryField.URL), publication.status(entry),
                date(entry.one(EntryField.VALID_FROM)), date(entry.one(EntryField.VALID_UNTIL)));
    }

    private static void requireNoFailedFormula(String field, List<String> texts) {
        if (texts.stream().anyMatch(Formulas::isFailed)) {
            throw ParleyException.field(field, "formula_error",
                    "holds the error of a formula, such as #REF!, instead of its text. Mend the cell and save the file again.");
        }
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().filter(text -> !Formulas.isFailed(text)).map(HtmlToMarkdown::plain)
                .filter(text -> !text.isBlank()).toList();
    }

    private static @Nullable String answer(GatheredEntry entry) {
        List<String> parts = new ArrayList<>();
        for (String part : entry.best(EntryField.ANSWER).stream().map(HtmlToMarkdown::of).toList()) {
            if (parts.stream().noneMatch(other -> isSame(other, part))) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : String.join("\n\n", parts);
    }

    /** Some systems export a text both plain and as HTML. */
    private static boolean isSame(String one, String other) {
        return words(one).equals(words(other));
    }

    private static String words(String markdown) {
        return ADDRESS.matcher(markdown).replaceAll("]").replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static List<String> labels(GatheredEntry entry, EntryField field) {
        return new ArrayList<>(entry.all(field).stream().filter(label -> !Formulas.isFailed(label))
                .map(HtmlToMarkdown::plain).filter(label -> !label.isBlank())
                .distinct().toList());
    }

    private @Nullable String date(@Nullable String written) {
        return written == null ? null : dates.iso(written);
    }
}
