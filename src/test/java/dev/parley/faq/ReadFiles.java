package dev.parley.faq;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.parley.faq.FaqImport.Read;
import dev.parley.faq.FaqImport.Reader;
import dev.parley.faq.file.FaqFormat;

/** Reads files with the settings of an English shop. */
public final class ReadFiles {
    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private ReadFiles() {}

    public static Read csv(String file) {
        return read(FaqFormat.CSV, file);
    }

    static Read json(String file) {
        return read(FaqFormat.JSON, file);
    }

    static Read read(FaqFormat format, String file) {
        return read(format, file.getBytes(StandardCharsets.UTF_8));
    }

    static Read read(FaqFormat format, byte[] file) {
        return FaqImport.read(format, file, null, reader("en"));
    }

    static Reader reader(String shopsLocale) {
        return new Reader(UUID::randomUUID, text -> "en", shopsLocale, NOW);
    }

    public static List<String> questions(Read read) {
        return read.changes().stream().map(change -> change.content().question()).toList();
    }

    static List<String> answers(Read read) {
        return read.changes().stream().map(change -> change.content().answer()).toList();
    }
}
