package dev.parley.faq.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parley.faq.search.Words;

public enum EntryField {
    ID,
    QUESTION,
    /** Used as the question if there is no other, else as a tag. */
    TOPIC,
    VARIANTS,
    ANSWER,
    LOCALE,
    PRODUCTS,
    TAGS,
    URL,
    STATUS,
    /** True means the entry is not for visitors. */
    DRAFT,
    /** True means the entry is for visitors. */
    PUBLISHED,
    PUBLISHED_AT,
    /** The result of a review. */
    APPROVAL,
    AUDIENCE,
    VALID_FROM,
    VALID_UNTIL;

    /** Names of two columns that together make the answer. */
    private static final List<String> PARTS = List.of("introtext", "fulltext");
    /** Prefix of fields that a shop added itself. */
    private static final Pattern CUSTOM = Pattern.compile("(?i)^[a-z0-9]{1,15}__(?=\\w+__c$)|__[crs]$");
    private static final Map<String, Named> BY_NAME = byName();
    /** Ranks below every listed name. */
    private static final int SPOKEN = 1_000;

    /** Of several columns for a field, the lowest {@code rank} with a value wins; {@code locale} may be empty. */
    record Named(EntryField field, int rank, String locale) {
        Named as(EntryField other) {
            return new Named(other, rank, locale);
        }
    }

    boolean isList() {
        return this == VARIANTS || this == PRODUCTS || this == TAGS;
    }

    boolean isOfPublication() {
        return switch (this) {
            case STATUS, DRAFT, PUBLISHED, PUBLISHED_AT, APPROVAL, AUDIENCE -> true;
            default -> false;
        };
    }

    static Optional<Named> of(String name) {
        String plain = PlainName.of(CUSTOM.matcher(name).replaceAll(""));
        return exact(plain).or(() -> exact(PlainName.core(plain))).or(() -> inOneLanguage(plain))
                .or(() -> exact(PlainName.asked(plain))).or(() -> {
                    // Text in brackets explains how to fill in the column.
                    String bare = PlainName.of(name.replaceAll("[(\\[（【].*", ""));
                    return exact(bare).or(() -> exact(PlainName.core(bare)))
                            .or(() -> SpokenName.of(bare).map(field -> new Named(field, SPOKEN, "")));
                });
    }

    private static Optional<Named> exact(String plain) {
        return Optional.ofNullable(BY_NAME.get(plain));
    }

    private static Map<String, Named> byName() {
        Map<String, Named> byName = new HashMap<>();
        for (EntryField field : values()) {
            List<String> names = field == APPROVAL
                    ? List.of()
                    : PlainName.Words.of(field.name().toLowerCase(Locale.ROOT));
            int together = names.indexOf(PARTS.getFirst());
            for (int rank = 0; rank < names.size(); rank++) {
                byName.putIfAbsent(names.get(rank),
                        new Named(field, PARTS.contains(names.get(rank)) ? together : rank, ""));
            }
        }
        return Map.copyOf(byName);
    }

    /** The language is a prefix or suffix and may have a country: {@code answer_pt_br}, {@code German answer}. */
    private static Optional<Named> inOneLanguage(String plain) {
        Optional<Named> found = Optional.empty();
        for (int blank = plain.indexOf(' '); blank > 0 && found.isEmpty(); blank = plain.indexOf(' ', blank + 1)) {
            String one = plain.substring(0, blank);
            String other = plain.substring(blank + 1);
            found = text(one, other).or(() -> text(other, one));
        }
        return found;
    }

    private static Optional<Named> text(String what, String language) {
        return LocaleName.inName(language)
                .flatMap(locale -> exact(what).or(() -> exact(PlainName.core(what)))
                        .filter(named -> named.field() == QUESTION || named.field() == ANSWER
                                || named.field() == VARIANTS)
                        .map(named -> new Named(named.field(), named.rank(), locale)));
    }
}
