package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Finds what was said, in all of a shop's conversations. */
@ApplicationScoped
public class MessageSearch {
    private static final Pattern WITHOUT_BLANKS = Pattern
            .compile("[\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]+");
    private static final int LONGEST = 200;

    private final MessageSearchRepository repository;

    MessageSearch(MessageSearchRepository repository) {
        this.repository = repository;
    }

    /**
     * What to look for.
     *
     * @param words as people type them: all of them, "a phrase", -without, or
     * @param state of the conversation now; null for any
     */
    public record Query(String words, @Nullable Author author, @Nullable String state, @Nullable UUID agent,
            @Nullable String label, @Nullable Instant from, @Nullable Instant until, int limit) {
        public Query {
            words = words.replace("\u0000", " ").strip();
            if (words.isEmpty() || words.length() > LONGEST) {
                throw ParleyException.invalid("bad_q", "The parameter `q` has 1 to 200 characters.");
            }
        }

        /** Characters that belong together become a phrase, since each is a word to the index. */
        String phrased() {
            return words.indexOf('"') >= 0
                    ? spaced(words)
                    : WITHOUT_BLANKS.matcher(words).replaceAll(run -> " \"" + spaced(run.group()) + "\" ");
        }

        private static String spaced(String text) {
            return WITHOUT_BLANKS.matcher(text).replaceAll(run -> String.join(" ", run.group().split("")));
        }
    }

    /** A message that was found; the excerpt is the part with the words. */
    public record Hit(UUID conversation, long seq, Author author, @Nullable String name, String excerpt, Instant at,
            ConversationState state) {
        public Hit {
            Objects.requireNonNull(excerpt);
        }
    }

    /** Newest first. */
    public Uni<List<Hit>> search(TenantId tenant, Query query) {
        return repository.search(tenant, query);
    }
}
