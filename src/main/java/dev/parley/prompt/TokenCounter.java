package dev.parley.prompt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Singleton;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.quarkus.runtime.Startup;

/** Counts tokens as gpt-3.5-turbo and gpt-4 do (cl100k_base). */
@Singleton
@Startup
public class TokenCounter {
    /** Per message: three around it and one for its role. Once: three that begin the answer. */
    public static final int PER_MESSAGE = 4;
    static final int PER_PROMPT = 3;
    /** Longer than any message or entry may be. Counting it exactly would only cost time: it never fits. */
    private static final int WORTH_COUNTING = 200_000;
    private static final int KEPT = 2_000;

    /** Reading the vocabulary takes a fifth of a second: begun at start, on a thread of its own, so that neither start nor a turn waits. */
    private final CompletableFuture<Encoding> encoding = CompletableFuture
            .supplyAsync(() -> Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE));

    /** Of shop texts alone, which come again and again. Visitors' words are not kept: nothing may outlive its retention in a cache. */
    private final Map<String, Integer> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > KEPT;
        }
    };

    /** Of any text, a visitor's too; nothing of it is kept. */
    public int count(String text) {
        return text.length() > WORTH_COUNTING ? 3 * text.length() : encoding.join().countTokensOrdinary(text);
    }

    /**
     * What {@code block} adds to a message in which it fills whole lines. The sum over such blocks is exact, because cl100k_base never joins
     * a line end with the visible character after it.
     */
    int lines(String block) {
        return count(block + "\n");
    }

    /** As {@link #count}, remembered: for what the shop has written. */
    public int countShopText(String text) {
        synchronized (kept) {
            Integer known = kept.get(text);
            if (known != null) {
                return known;
            }
        }
        int tokens = count(text);
        synchronized (kept) {
            kept.put(text, tokens);
        }
        return tokens;
    }
}
