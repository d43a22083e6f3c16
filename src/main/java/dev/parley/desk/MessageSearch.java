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

@ApplicationScoped
public class MessageSearch {
    private static final Pattern WITHOUT_BLANKS = Pattern
            .compile("[\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]+");
    private static final int LONGEST = 200;

    private final MessageSearchRepository repository;

    MessageSearch(MessageSearchRepository repository) {
        this.repository = repository;
    }

    /** A search. {@code words} may use "a phrase", -without, and or; {@code after} is the previous page's last hit. */
    public record Query(String words, @Nullable Author author, @Nullable String state, @Nullable UUID agent,
            @Nullable String label, @Nullable Instant from, @Nullable Instant until, @Nullable Cursor after,
            int limit) {
        public Query {
            words = words.replace("\u0000", " ").strip();
            if (words.isEmpty() || words.length() > LONGEST) {
                throw ParleyException.invalid("bad_q", "The parameter `q` has 1 to 200 characters.");
            }
        }

        /** Quotes scripts without spaces, whose characters are single words in the index. */
        String phrased() {
            return words.indexOf('"') >= 0
                    ? spaced(words)
                    : WITHOUT_BLANKS.matcher(words).replaceAll(run -> " \"" + spaced(run.group()) + "\" ");
        }

        private static String spaced(String text) {
            return WITHOUT_BLANKS.matcher(text).replaceAll(run -> String.join(" ", run.group().split("")));
        }
    }

    public record Hit(UUID conversation, long seq, Author author, @Nullable String name, Excerpt excerpt, Instant at,
            ConversationState state) {}

    /** The end of a page; several messages may have the same time. */
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
                // Falls through to the refusal.
            }
            throw ParleyException.invalid("bad_cursor", "The cursor is the `next_cursor` of the page before.");
        }
    }

    public Uni<List<Hit>> search(TenantId tenant, Query query) {
        return repository.search(tenant, query);
    }
}
