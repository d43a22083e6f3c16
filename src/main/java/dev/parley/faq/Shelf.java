package dev.parley.faq;

import java.util.ArrayList;
import java.util.List;

import dev.parley.embedding.Vector;
import dev.parley.faq.IndexedEntry.Meaning;

/**
 * The entries of one language as they stood at one moment. Their middles lie side by side in one array: going through 10,000 objects
 * takes four times longer, nearly all of it waiting for memory.
 */
final class Shelf {
    static final Shelf EMPTY = new Shelf(List.of());

    private final List<IndexedEntry> entries;
    private final byte[] middles;
    private final float[] inverseLengths;
    private final int size;

    Shelf(List<IndexedEntry> entries) {
        this.entries = List.copyOf(entries);
        this.inverseLengths = new float[entries.size()];
        int found = 0;
        for (IndexedEntry entry : entries) {
            found = entry.meaning() == null ? found : entry.meaning().middle().bytes().length;
        }
        this.size = found;
        this.middles = new byte[entries.size() * size];
        for (int i = 0; i < inverseLengths.length; i++) {
            Meaning meaning = entries.get(i).meaning();
            if (meaning != null) {
                System.arraycopy(meaning.middle().bytes(), 0, middles, i * size, size);
                inverseLengths[i] = meaning.middle().inverseLength();
            }
        }
    }

    List<IndexedEntry> entries() {
        return entries;
    }

    /** The cosine of every entry's middle; 0 for those whose texts have not been embedded yet. */
    float[] cosines(Vector question) {
        float[] cosines = new float[inverseLengths.length];
        if (question.bytes().length == size) {
            for (int i = 0; i < cosines.length; i++) {
                cosines[i] = Math.max(0,
                        question.dot(middles, i * size) * inverseLengths[i] * question.inverseLength());
            }
        }
        return cosines;
    }

    /** The same shelf with another entry in one place. */
    Shelf with(int place, IndexedEntry entry) {
        List<IndexedEntry> changed = new ArrayList<>(entries);
        changed.set(place, entry);
        return new Shelf(changed);
    }
}
