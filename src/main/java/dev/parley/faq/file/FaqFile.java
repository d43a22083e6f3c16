package dev.parley.faq.file;

import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import dev.parley.platform.ParleyException;

/** Splits files into rows. Throws if the file as a whole is invalid; an invalid row carries its own error. */
public final class FaqFile {
    private static final int DEEPEST = 64;
    public static final List<String> COLUMNS = List.of("id", "question", "variants", "answer", "locale", "products",
            "tags",
            "url",
            "status", "valid_from", "valid_until");
    /** Accepts the non-standard JSON that exporting programs write. */
    public static final ObjectMapper JSON = JsonMapper
            .builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    public static final CsvMapper CSV = new CsvMapper();

    public interface Row {
        int number();

        GatheredEntry entry();
    }

    /** {@code ignored}: names of columns or fields that were not recognized. */
    public record Rows(List<Row> rows, List<String> ignored) {}

    public record Parsed(int number, GatheredEntry entry) implements Row {}

    private record Refused(int number, ParleyException reason) implements Row {
        @Override
        public GatheredEntry entry() {
            throw reason;
        }
    }

    private FaqFile() {}

    static Row refused(int number, String code, String detail) {
        return new Refused(number, ParleyException.invalid(code, detail));
    }

    public static Rows rows(FaqFormat format, String text) {
        return format == FaqFormat.CSV ? Tables.read(text) : JsonEntries.read(format, text);
    }
}
