package dev.parley.faq;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/**
 * Whether other systems' words say that an entry is for visitors. Every one of them must: what is not understood as published is a draft,
 * because an answer that nobody sees does less harm than one that nobody should see.
 */
final class Publication {
    private static final Set<String> PUBLISHED = words("says_published");
    private static final Set<String> YES = words("says_yes");
    private static final Set<String> NO = words("says_no");
    private static final Set<String> EVERYBODY = words("says_everybody");

    private final FileDates dates;
    private final Instant now;

    Publication(FileDates dates, Instant now) {
        this.dates = dates;
        this.now = now;
    }

    /** Null where nothing is said at all, which publishes. */
    @Nullable
    String status(GatheredEntry entry) {
        boolean published = all(entry, EntryField.STATUS, word -> word.isEmpty() || PUBLISHED.contains(word))
                && all(entry, EntryField.DRAFT,
                        word -> word.isEmpty() || NO.contains(word) || PUBLISHED.contains(word))
                && all(entry, EntryField.AUDIENCE,
                        word -> word.isEmpty() || EVERYBODY.contains(word) || PUBLISHED.contains(word))
                && all(entry, EntryField.PUBLISHED, word -> YES.contains(word) || PUBLISHED.contains(word))
                && (isSaid(entry) || entry.all(EntryField.PUBLISHED_AT).stream().allMatch(this::isPast));
        return !published ? "draft" : isSaid(entry) ? "published" : null;
    }

    private static boolean isSaid(GatheredEntry entry) {
        return entry.one(EntryField.STATUS) != null || entry.one(EntryField.PUBLISHED) != null
                || entry.one(EntryField.DRAFT) != null;
    }

    private static boolean all(GatheredEntry entry, EntryField field, Predicate<String> fits) {
        return entry.all(field).stream().map(PlainName::of).allMatch(fits);
    }

    /** A day on which it was published; nothing, and what is no day, says that it was not. */
    private boolean isPast(String cell) {
        try {
            String iso = dates.iso(cell);
            return iso != null && !(iso.length() == 10
                    ? LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(iso).toInstant()).isAfter(now);
        } catch (DateTimeParseException | ParleyException unreadable) {
            return false;
        }
    }

    private static Set<String> words(String key) {
        return Set.copyOf(new HashSet<>(PlainName.Words.of(key)));
    }
}
