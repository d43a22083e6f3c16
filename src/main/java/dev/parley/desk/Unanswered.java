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

import dev.parley.conversation.answer.Answers;
import dev.parley.platform.ParleyException;
import dev.parley.tenant.TenantId;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Questions that the FAQ could not answer. They are visitors' words, deleted with their conversations. */
@ApplicationScoped
public class Unanswered {
    /** Considers only this many of a shop's latest questions, at about 0.1 ms each. */
    private static final int NEWEST = 5_000;

    private final UnansweredRepository repository;
    private final Answers answers;

    Unanswered(UnansweredRepository repository, Answers answers) {
        this.repository = repository;
        this.answers = answers;
    }

    public record Closest(UUID id, String question, double score) {}

    /** A single question. {@code answer} is the bot's message, {@code seq} the visitor's. */
    record Asked(UUID answer, UUID conversation, long seq, String text, @Nullable String locale, Instant at,
            @Nullable Closest closest) {}

    /** A question with its number of occurrences; other values are of the latest one. */
    public record Question(UUID id, String text, int count, Instant lastAskedAt, UUID conversation, long seq,
            @Nullable String locale, @Nullable Closest closest) {
        static Question of(List<Asked> askings) {
            Asked last = askings.getFirst();
            return new Question(last.answer(), last.text(), askings.size(), last.at(), last.conversation(), last.seq(),
                    last.locale(), last.closest());
        }
    }

    /** Most frequent first, among the latest. */
    public Uni<List<Question>> list(TenantId tenant, int limit) {
        return repository.newest(tenant, NEWEST).map(newest -> grouped(newest).values().stream().map(Question::of)
                .sorted(Comparator.comparingInt(Question::count).reversed()).limit(limit).toList());
    }

    /** Dismisses all occurrences so far; the next one brings it back. */
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

    static Map<String, List<Asked>> grouped(List<Asked> newest) {
        return newest.stream()
                .collect(Collectors.groupingBy(asked -> words(asked.text()), LinkedHashMap::new, Collectors.toList()));
    }

    /** Ignores case, width, spaces and punctuation. */
    private static String words(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        return words.isEmpty() ? text.strip() : words;
    }
}
