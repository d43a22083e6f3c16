package dev.parley.faq;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.parley.faq.file.CodePages;
import dev.parley.faq.file.EntryField;
import dev.parley.faq.file.EntryReading;
import dev.parley.faq.file.FaqFile;
import dev.parley.faq.file.FaqFile.Row;
import dev.parley.faq.file.FaqFile.Rows;
import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.file.FileText;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Reads a file of entries and reports every row that it refuses, with the reason. */
public final class FaqImport {
    private static final int MAX_ROWS = 20_000;

    public enum Mode {
        PARTIAL, ALL_OR_NOTHING
    }

    /** {@code row} is the spreadsheet's row with blank ones, the line of JSON Lines, or the entry of JSON, from 1. */
    public record RowError(int row, String code, String detail) {}

    /** {@code drafts} are among the imported; {@code ignored} names unknown columns or fields. */
    public record Report(int imported, int updated, int drafts, List<RowError> errors, List<String> ignored) {
        public int rejected() {
            return errors.size();
        }

        /** True if nothing was stored because the mode allows no partial import. */
        public boolean refused(Mode mode) {
            return mode == Mode.ALL_OR_NOTHING && !errors.isEmpty();
        }
    }

    public record Read(List<FaqChange> changes, List<RowError> errors, List<String> ignored) {
        int drafts() {
            return (int) changes.stream().filter(change -> change.content().status() == FaqEntry.Status.DRAFT).count();
        }
    }

    /** {@code detect} gives the language of rows that state none; {@code locale} is the shop's. */
    record Reader(Supplier<UUID> freshId, UnaryOperator<String> detect, String locale, Instant now) {}

    private final Reader reader;
    private final List<FaqChange> changes = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();

    private FaqImport(Reader reader) {
        this.reader = reader;
    }

    /** @param said the code page that the sender named */
    static Read read(FaqFormat format, byte[] file, @Nullable Charset said, Reader reader) {
        Rows read = rows(format, FileText.of(file, said, reader.locale()));
        if (read.rows().size() > MAX_ROWS) {
            throw ParleyException.invalid("too_many_rows", "The file has more than 20,000 entries. Send it in parts.");
        }
        FaqImport taken = new FaqImport(reader);
        taken.take(read.rows());
        return new Read(taken.changes, taken.errors, read.ignored());
    }

    /** If column names are not recognized, the code page may have been guessed wrongly. */
    private static Rows rows(FaqFormat format, FileText.Decoded file) {
        try {
            return FaqFile.rows(format, file.text());
        } catch (ParleyException refused) {
            if (file.guessed() == null) {
                throw refused;
            }
            throw ParleyException.invalid(refused.code(), refused.detail() + CodePages.hint(file.guessed()));
        }
    }

    private void take(List<Row> rows) {
        List<String> dates = said(rows, EntryField.VALID_FROM, EntryField.VALID_UNTIL, EntryField.PUBLISHED_AT);
        EntryReading reading = new EntryReading(dates, said(rows, EntryField.STATUS), reader.locale(), reader.now());
        for (Row row : rows) {
            try {
                take(reading.fields(row.entry()));
            } catch (ParleyException refused) {
                errors.add(new RowError(row.number(), refused.code(), refused.detail()));
            }
        }
    }

    private static List<String> said(List<Row> rows, EntryField... fields) {
        return rows.stream().filter(row -> row instanceof FaqFile.Parsed).map(Row::entry)
                .flatMap(entry -> Stream.of(fields).flatMap(field -> entry.all(field).stream())).toList();
    }

    private void take(FaqFields fields) {
        FaqContent content = FaqRules.check(fields.withLocale(reader.detect()));
        EntryId id = EntryId.of(fields.id(), fields.locale());
        if (id.isOurs() && seen.contains(id.value())) {
            throw ParleyException.invalid("duplicate_id", "An earlier row has the same `id`. Keep one of them.");
        }
        if (id.value() != null && seen.contains(id.value())) {
            id = EntryId.of(fields.id() + "\n" + content.question(), fields.locale());
        }
        UUID value = id.value() == null || !seen.add(id.value()) ? reader.freshId().get() : id.value();
        changes.add(new FaqChange(value, content, null, !id.isOurs()));
    }
}
