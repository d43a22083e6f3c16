package dev.parley.desk;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.parley.conversation.Answers;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** What visitors asked and the FAQ had no answer to. Those are their words, so that they go when their conversations do. */
@ApplicationScoped
public class Unanswered {
    /** Of a shop's questions the newest so many are looked at: some ten thousandths of a second each. */
    private static final int NEWEST = 5_000;

    private final UnansweredRepository repository;
    private final Answers answers;

    Unanswered(UnansweredRepository repository, Answers answers) {
        this.repository = repository;
        this.answers = answers;
    }

    /** The FAQ entry that came nearest. */
    public record Closest(UUID id, String question, double score) {}

    /**
     * A question, asked once.
     *
     * @param answer the bot's, which said that it does not know
     * @param seq the visitor's message
     */
    record Asked(UUID answer, UUID conversation, long seq, String text, @Nullable String locale, Instant at,
            @Nullable Closest closest) {}

    /**
     * A question, however often it was asked; what is told of one asking is told of the last.
     *
     * @param id by which it can be dismissed
     */
    public record Question(UUID id, String text, int count, Instant lastAskedAt, UUID conversation, long seq,
            @Nullable String locale, @Nullable Closest closest) {
        static Question of(List<Asked> askings) {
            Asked last = askings.getFirst();
            return new Question(last.answer(), last.text(), askings.size(), last.at(), last.conversation(), last.seq(),
                    last.locale(), last.closest());
        }
    }

    /** Those asked most often first, of the newest. */
    public Uni<List<Question>> list(TenantId tenant, int limit) {
        return repository.newest(tenant, NEWEST).map(newest -> grouped(newest).values().stream().map(Question::of)
                .sorted(Comparator.comparingInt(Question::count).reversed()).limit(limit).toList());
    }

    /** All askings of that question so far; asked again, it comes back. */
    public Uni<Void> dismiss(TenantId tenant, UUID id) {
        return repository.newest(tenant, NEWEST)
                .map(newest -> sameAs(id, newest))
                .chain(same -> answers.dismiss(tenant, same));
    }

    private static List<UUID> sameAs(UUID id, List<Asked> newest) {
        return grouped(newest).values().stream()
                .filter(askings -> askings.stream().anyMatch(asked -> asked.answer().equals(id)))
                .findFirst().orElseThrow(() -> ParleyException.notFound("unanswered question"))
                .stream().map(Asked::answer).toList();
    }

    /** In the order given, by what is asked. */
    static Map<String, List<Asked>> grouped(List<Asked> newest) {
        return newest.stream()
                .collect(Collectors.groupingBy(asked -> words(asked.text()), LinkedHashMap::new, Collectors.toList()));
    }

    /** The words alone: letters' cases and widths, blanks and punctuation make no other question of it. */
    private static String words(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return words.isEmpty() ? text.strip() : words;
    }
}
