package dev.parley.faq;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.parley.platform.ParleyException;

/** Reads a file of entries and says of every row that cannot be one why. */
public final class FaqImport {
    private static final int MOST_ROWS = 20_000;

    /** What becomes of the good rows of a file that has bad ones too. */
    public enum Mode {
        PARTIAL, ALL_OR_NOTHING
    }

    /**
     * A row that was not taken.
     *
     * @param row of CSV as a spreadsheet counts, the header being row 1; of JSON Lines the line; of JSON the element, from 1
     */
    public record RowError(int row, String code, String detail) {}

    /** What became of a file. */
    public record Report(int imported, int updated, List<RowError> errors) {
        public int rejected() {
            return errors.size();
        }

        /** Whether nothing was stored because the mode does not take a part. */
        public boolean refused(Mode mode) {
            return mode == Mode.ALL_OR_NOTHING && !errors.isEmpty();
        }
    }

    record Read(List<FaqChange> changes, List<RowError> errors) {}

    /** A row as it stands in the file. */
    interface Row {
        int number();

        FaqFields fields() throws JsonMappingException;
    }

    private FaqImport() {}

    /** @param detect the language of a text: for rows that do not say theirs */
    static Read read(FaqFormat format, byte[] file, Supplier<UUID> freshId, UnaryOperator<String> detect) {
        List<FaqChange> changes = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        List<Row> rows = FaqFile.rows(format, text(file));
        if (rows.size() > MOST_ROWS) {
            throw ParleyException.invalid("too_many_rows", "The file has more than 20,000 entries. Send it in parts.");
        }
        for (Row row : rows) {
            try {
                FaqFields fields = row.fields().withLocale(detect);
                UUID id = FaqRules.id(fields.id());
                FaqContent content = FaqRules.check(fields);
                if (id != null && !seen.add(id)) {
                    throw ParleyException.invalid("duplicate_id",
                            "An earlier row has the same `id`. Keep one of them.");
                }
                changes.add(new FaqChange(id == null ? freshId.get() : id, content, null));
            } catch (ParleyException refused) {
                errors.add(new RowError(row.number(), refused.code(), refused.detail()));
            } catch (JsonMappingException wrongShape) {
                errors.add(new RowError(row.number(), "bad_row", describe(wrongShape)));
            }
        }
        return new Read(changes, errors);
    }

    private static String describe(JsonMappingException wrongShape) {
        if (wrongShape instanceof UnrecognizedPropertyException unknown) {
            return "The field `" + unknown.getPropertyName() + "` is not known here. Remove it or correct its name.";
        }
        String field = wrongShape.getPath().isEmpty() ? null : wrongShape.getPath().getFirst().getFieldName();
        return field == null
                ? "An entry is a JSON object."
                : "The field `" + field + "` does not have the documented type.";
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw ParleyException.invalid("bad_encoding",
                    "The file is not UTF-8. In a spreadsheet program choose \"CSV UTF-8\" when you save it.");
        }
    }
}
