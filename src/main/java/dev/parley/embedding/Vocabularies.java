package dev.parley.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

final class Vocabularies {
    private static final Map<LocalModel, WordPiece> READ = new EnumMap<>(LocalModel.class);

    private Vocabularies() {}

    static WordPiece of(LocalModel model) {
        synchronized (READ) {
            return READ.computeIfAbsent(model, Vocabularies::read);
        }
    }

    private static WordPiece read(LocalModel model) {
        try (InputStream file = SentenceModel.resource(model.fileName + "-tokenizer.json")) {
            return WordPiece.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
