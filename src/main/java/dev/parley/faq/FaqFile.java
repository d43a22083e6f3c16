package dev.parley.faq;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.parley.platform.ParleyException;

/** Takes files apart into rows. What is wrong with the file as a whole is thrown, what is wrong with one row comes with that row. */
final class FaqFile {
    static final List<String> COLUMNS = List.of("id", "question", "variants", "answer", "locale", "products", "tags",
            "url",
            "status", "valid_from", "valid_until");
    static final Set<String> LISTS = Set.of("variants", "products", "tags");
    static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    static final CsvMapper CSV = CsvMapper.csvBuilder().enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private record Parsed(int number, JsonNode node) implements FaqImport.Row {
        @Override
        public FaqFields fields() throws JsonMappingException {
            try {
                if (!node.isObject()) {
                    throw new JsonMappingException(null, "not an object");
                }
                return JSON.treeToValue(node, FaqFields.class);
            } catch (JsonMappingException wrongShape) {
                throw wrongShape;
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private record Refused(int number, ParleyException reason) implements FaqImport.Row {
        @Override
        public FaqFields fields() {
            throw reason;
        }
    }

    private FaqFile() {}

    static List<FaqImport.Row> rows(FaqFormat format, String text) {
        return switch (format) {
            case CSV -> csv(text);
            case JSON -> json(text);
            case JSONL -> lines(text);
        };
    }

    private static List<FaqImport.Row> json(String text) {
        try {
            JsonNode array = JSON.readTree(text);
            if (array == null || !array.isArray()) {
                throw ParleyException.invalid("bad_json", "The file is not a JSON array of entries.");
            }
            List<FaqImport.Row> rows = new ArrayList<>();
            array.forEach(node -> rows.add(new Parsed(rows.size() + 1, node)));
            return rows;
        } catch (JsonProcessingException unreadable) {
            throw ParleyException.invalid("bad_json", "The file is not well-formed JSON; line "
                    + (unreadable.getLocation() == null ? "?" : unreadable.getLocation().getLineNr()) + " breaks it.");
        }
    }

    private static List<FaqImport.Row> lines(String text) {
        List<FaqImport.Row> rows = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                rows.add(new Parsed(i + 1, JSON.readTree(lines[i])));
            } catch (JsonProcessingException unreadable) {
                rows.add(new Refused(i + 1, ParleyException.invalid("bad_json", "The line is not well-formed JSON.")));
            }
        }
        return rows;
    }

    private static List<FaqImport.Row> csv(String text) {
        List<FaqImport.Row> rows = new ArrayList<>();
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
        int number = 1;
        try (MappingIterator<String[]> cells = CSV.readerFor(String[].class).with(schema).readValues(text)) {
            if (!cells.hasNextValue()) {
                throw ParleyException.invalid("file_empty", "The file has no rows. Its first row names the columns.");
            }
            FaqHeader header = FaqHeader.of(cells.nextValue());
            while (cells.hasNextValue()) {
                String[] next = cells.nextValue();
                rows.add(row(++number, header, next));
            }
        } catch (IOException broken) {
            // After an unclosed quote nothing can be told apart any more.
            rows.add(new Refused(number + 1, ParleyException.invalid("bad_csv",
                    "From this row on the file is not well-formed CSV; look for a quote that is not closed. The rest was not read.")));
        }
        return rows;
    }

    private static FaqImport.Row row(int number, FaqHeader header, String[] cells) {
        if (cells.length > header.columns().size()) {
            return new Refused(number, ParleyException.invalid("too_many_cells",
                    "The row has more cells than the first row has names. Put quotes around text that holds a separator."));
        }
        ObjectNode node = JSON.createObjectNode();
        for (int i = 0; i < cells.length; i++) {
            header.take(node, i, cells[i]);
        }
        return new Parsed(number, node);
    }

    /** The one of the usual three that the header has most of; spreadsheet programs choose by country. */
    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return Map.of(',', count(header, ','), ';', count(header, ';'), '\t', count(header, '\t')).entrySet().stream()
                .max(Map.Entry.<Character, Long>comparingByValue()
                        .thenComparingInt(entry -> entry.getKey() == ',' ? 1 : 0))
                .orElseThrow().getKey();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
