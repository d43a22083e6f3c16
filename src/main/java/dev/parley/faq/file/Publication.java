package dev.parley.faq.file;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.parley.faq.search.Words;
import dev.parley.platform.ParleyException;
import org.jspecify.annotations.Nullable;

/** Publishes only if every status field says so: a hidden answer does less harm than a leaked one. */
final class Publication {
    private static final Set<String> PUBLISHED = words("says_published");
    private static final Set<String> YES = words("says_yes");
    private static final Set<String> NO = words("says_no");
    private static final Set<String> APPROVED = words("says_approved");
    private static final Set<String> EVERYBODY = words("says_everybody");

    private final FileDates dates;
    private final Instant now;
    private final boolean yesOrNo;

    /** @param statuses every status in the file */
    Publication(FileDates dates, Instant now, Collection<String> statuses) {
        this.dates = dates;
        this.now = now;
        this.yesOrNo = areYesOrNo(statuses.stream().filter(cell -> !cell.isEmpty()).map(Publication::word)
                .collect(Collectors.toSet()));
    }

    /** A single number may be a status from 1; with words, or with both 0 and 1, numbers mean yes and no. */
    private static boolean areYesOrNo(Set<String> words) {
        boolean numbers = words.contains("1") && !words.contains("0");
        return !words.isEmpty() && !numbers && words.stream().allMatch(word -> YES.contains(word) || NO.contains(word));
    }

    /** Null if nothing is said, which means published. */
    @Nullable
    String status(GatheredEntry entry) {
        boolean published = !isDraftsCopy(entry) && all(entry, EntryField.STATUS, this::isPublished)
                && all(entry, EntryField.APPROVAL,
                        word -> APPROVED.contains(word) || PUBLISHED.contains(word) || YES.contains(word))
                && all(entry, EntryField.DRAFT,
                        word -> word.isEmpty() || NO.contains(word) || PUBLISHED.contains(word))
                && all(entry, EntryField.AUDIENCE,
                        word -> word.isEmpty() || EVERYBODY.contains(word) || PUBLISHED.contains(word))
                && all(entry, EntryField.PUBLISHED, word -> YES.contains(word) || PUBLISHED.contains(word))
                && entry.all(EntryField.PUBLISHED_AT).stream()
                        .allMatch(day -> isPast(day) || (isSaid(entry) && !isFuture(day)));
        return !published ? "draft" : isSaid(entry) ? "published" : null;
    }

    private boolean isPublished(String word) {
        return yesOrNo ? YES.contains(word) : word.isEmpty() || PUBLISHED.contains(word);
    }

    /** Sanity exports drafts with this id prefix beside the published version. */
    private static boolean isDraftsCopy(GatheredEntry entry) {
        String id = entry.one(EntryField.ID);
        return id != null && (id.startsWith("drafts.") || id.startsWith("versions."));
    }

    private static boolean isSaid(GatheredEntry entry) {
        return entry.one(EntryField.STATUS) != null || entry.one(EntryField.PUBLISHED) != null
                || entry.one(EntryField.DRAFT) != null;
    }

    private static boolean all(GatheredEntry entry, EntryField field, Predicate<String> fits) {
        return entry.all(field).stream().map(Publication::word).allMatch(fits);
    }

    /** Keeps the sign: a negative number is a different status. */
    private static String word(String cell) {
        return cell.matches("[-−]\\s?\\d.*") ? cell : PlainName.of(cell);
    }

    /** True for a past date of publication. No date means not published. */
    private boolean isPast(String cell) {
        Instant day = day(cell);
        return day != null && !day.isAfter(now);
    }

    /** A publication date in the future makes a draft, whatever else is said. */
    private boolean isFuture(String cell) {
        Instant day = day(cell);
        return day != null && day.isAfter(now);
    }

    private @Nullable Instant day(String cell) {
        try {
            String iso = dates.iso(cell);
            return iso == null
                    ? null
                    : iso.length() == 10
                            ? LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException | ParleyException unreadable) {
            return null;
        }
    }

    private static Set<String> words(String key) {
        return Set.copyOf(new HashSet<>(PlainName.Words.of(key)));
    }
}
