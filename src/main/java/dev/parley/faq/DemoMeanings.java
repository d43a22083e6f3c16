package dev.parley.faq;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.parley.faq.search.StoredMeaning;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of the demo shop's entries, which save 3 s of embedding 1,200 texts at the first start. File format: the
 * number of entries, then for each the model, the hash of the texts and the vectors.
 */
final class DemoMeanings {
    static final String FILE = "/demo/meanings.bin";

    private final Map<UUID, StoredMeaning> byTexts = new HashMap<>();

    private DemoMeanings() {}

    static DemoMeanings shipped() {
        try (InputStream file = Objects.requireNonNull(DemoMeanings.class.getResourceAsStream(FILE), FILE);
                DataInputStream in = new DataInputStream(new BufferedInputStream(file))) {
            DemoMeanings read = new DemoMeanings();
            for (int left = in.readInt(); left > 0; left--) {
                String model = in.readUTF();
                UUID texts = new UUID(in.readLong(), in.readLong());
                read.byTexts.put(texts, new StoredMeaning(model, texts, in.readNBytes(in.readInt())));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Collection<StoredMeaning> meanings, OutputStream file) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        out.writeInt(meanings.size());
        for (StoredMeaning meaning : meanings) {
            out.writeUTF(meaning.model());
            out.writeLong(meaning.textHash().getMostSignificantBits());
            out.writeLong(meaning.textHash().getLeastSignificantBits());
            out.writeInt(meaning.vectors().length);
            out.write(meaning.vectors());
        }
        out.flush();
    }

    /** Null if the texts or the model differ. */
    @Nullable
    StoredMeaning of(FaqEntry entry, @Nullable String model) {
        StoredMeaning found = byTexts.get(StoredMeaning.hash(entry));
        return found == null || !found.model().equals(model) ? null : found;
    }
}
