package dev.parley.faq.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.parley.embedding.Vector;
import dev.parley.faq.FaqEntry;
import dev.parley.faq.search.IndexedEntry.Meaning;
import org.jspecify.annotations.Nullable;

/** An entry's vectors as stored: the wordings in order, then the answer, concatenated. */
public final class StoredMeaning {
    private final String model;
    private final UUID textHash;
    private final byte[] vectors;

    /** {@code textHash}: of all texts, to detect changes. */
    public StoredMeaning(String model, UUID textHash, byte[] vectors) {
        this.model = model;
        this.textHash = textHash;
        this.vectors = vectors;
    }

    public String model() {
        return model;
    }

    public UUID textHash() {
        return textHash;
    }

    public byte[] vectors() {
        return vectors;
    }

    /** {@code directions} are in the order of {@link #texts}. */
    public static StoredMeaning of(FaqEntry entry, String model, List<Vector> directions) {
        List<byte[]> parts = directions.stream().map(Vector::bytes).toList();
        byte[] vectors = new byte[parts.size() * parts.getFirst().length];
        for (int i = 0; i < parts.size(); i++) {
            System.arraycopy(parts.get(i), 0, vectors, i * parts.get(i).length, parts.get(i).length);
        }
        return new StoredMeaning(model, hash(entry), vectors);
    }

    /** Null if computed from other texts or by another model. */
    @Nullable
    public Meaning of(FaqEntry entry, String wanted) {
        int texts = entry.variants().size() + 2;
        if (!model.equals(wanted) || !textHash.equals(hash(entry))
                || vectors.length % texts != 0) {
            return null;
        }
        int size = vectors.length / texts;
        List<Vector> all = new ArrayList<>(texts);
        for (int i = 0; i < texts; i++) {
            all.add(new Vector(Arrays.copyOfRange(vectors, i * size, (i + 1) * size)));
        }
        return Meaning.of(all.subList(0, texts - 1), all.getLast());
    }

    /** The texts to embed: the wordings, then the answer. */
    public static List<String> texts(FaqEntry entry) {
        List<String> texts = new ArrayList<>(entry.wordings());
        texts.add(entry.answer());
        return texts;
    }

    /** Of an entry's texts: the first half of SHA-256. NUL, which the texts cannot contain, separates them. */
    public static UUID hash(FaqEntry entry) {
        try {
            byte[] text = String.join("\0", texts(entry)).getBytes(StandardCharsets.UTF_8);
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
