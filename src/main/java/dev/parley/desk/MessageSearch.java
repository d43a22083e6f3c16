package dev.parley.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Author;
import dev.parley.conversation.ConversationState;
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
     * @param after the last message of the page before
     */
    public record Query(String words, @Nullable Author author, @Nullable String state, @Nullable UUID agent,
            @Nullable String label, @Nullable Instant from, @Nullable Instant until, @Nullable Cursor after,
            int limit) {
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

    /** A message that was found. */
    public record Hit(UUID conversation, long seq, Author author, @Nullable String name, Excerpt excerpt, Instant at,
            ConversationState state) {}

    /** Where a page ended: several messages may have been written at one instant. */
    public record Cursor(Instant at, UUID conversation, long seq) {
        public static Cursor of(Hit hit) {
            return new Cursor(hit.at(), hit.conversation(), hit.seq());
        }

        public String wire() {
            return Long.toString(at.getEpochSecond() * 1_000_000 + at.getNano() / 1000, 36) + "." + conversation + "."
                    + seq;
        }

        public static Cursor read(String wire) {
            String[] parts = wire.split("\\.", -1);
            try {
                if (parts.length == 3) {
                    long micros = Long.parseLong(parts[0], 36);
                    return new Cursor(Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L),
                            Math.floorMod(micros, 1_000_000L) * 1000), UUID.fromString(parts[1]),
                            Long.parseLong(parts[2]));
                }
            } catch (IllegalArgumentException | DateTimeException notOurs) {
                // Refused below.
            }
            throw ParleyException.invalid("bad_cursor", "The cursor is the `next_cursor` of the page before.");
        }
    }

    /** Newest first. */
    public Uni<List<Hit>> search(TenantId tenant, Query query) {
        return repository.search(tenant, query);
    }
}
