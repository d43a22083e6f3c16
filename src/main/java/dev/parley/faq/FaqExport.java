package dev.parley.faq;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.parley.faq.file.FaqFile;
import dev.parley.faq.file.FaqFormat;
import dev.parley.faq.file.Formulas;

public final class FaqExport {
    private FaqExport() {}

    static byte[] write(FaqFormat format, List<FaqEntry> entries) {
        try {
            return switch (format) {
                case CSV -> csv(entries);
                case JSON -> FaqFile.JSON.writeValueAsBytes(entries.stream().map(FaqFields::of).toList());
                case JSONL -> lines(entries);
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] lines(List<FaqEntry> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (FaqEntry entry : entries) {
            out.write(FaqFile.JSON.writeValueAsBytes(FaqFields.of(entry)));
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static byte[] csv(List<FaqEntry> entries) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        FaqFile.COLUMNS.forEach(schema::addColumn);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Without a byte order mark, Excel reads the file in the local code page.
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
        try (SequenceWriter writer = FaqFile.CSV.writer(schema.build())
                .with(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .writeValues(out)) {
            for (FaqEntry entry : entries) {
                JsonNode fields = FaqFile.JSON.valueToTree(FaqFields.of(entry));
                writer.write(FaqFile.COLUMNS.stream()
                        .collect(Collectors.toMap(column -> column,
                                column -> Formulas.disarm(cell(fields.path(column))))));
            }
        }
        return out.toByteArray();
    }

    private static String cell(JsonNode value) {
        if (!value.isArray()) {
            return value.asText("");
        }
        StringBuilder cell = new StringBuilder();
        value.forEach(element -> cell.append(cell.isEmpty() ? "" : "\n").append(element.asText()));
        return cell.toString();
    }
}
