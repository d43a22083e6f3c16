package dev.parley.faq;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import dev.parley.embedding.Vector;

/**
 * Caches vectors of texts in a file under {@code target}, so that the second run of an evaluation takes seconds instead
 * of minutes.
 */
final class VectorCache {
    private static final Path FILE = Path.of("target", "eval-vectors.bin");

    private final Map<String, Vector> known = new HashMap<>();
    private int saved;

    VectorCache() {
        if (Files.exists(FILE)) {
            try {
                load(new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(FILE))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        saved = known.size();
        Runtime.getRuntime().addShutdownHook(new Thread(this::save));
    }

    synchronized Vector of(String text, Function<String, Vector> embed) {
        return known.computeIfAbsent(text, embed);
    }

    private void load(DataInputStream in) throws IOException {
        while (in.available() > 0) {
            String text = in.readUTF();
            known.put(text, new Vector(in.readNBytes(in.readInt())));
        }
    }

    private synchronized void save() {
        if (known.size() == saved) {
            return;
        }
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(FILE)))) {
            for (Map.Entry<String, Vector> each : known.entrySet()) {
                out.writeUTF(each.getKey());
                out.writeInt(each.getValue().bytes().length);
                out.write(each.getValue().bytes());
            }
            saved = known.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
