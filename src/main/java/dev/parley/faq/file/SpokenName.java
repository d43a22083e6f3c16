package dev.parley.faq.file;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parley.faq.search.Words;

/** Recognizes unlisted visibility columns by word stems: a missed one would publish a hidden entry. */
final class SpokenName {
    private static final List<String> HIDDEN = PlainName.Words.raw("stem_hidden");
    private static final List<String> SHOWN = PlainName.Words.raw("stem_shown");
    private static final List<String> FOR = PlainName.Words.raw("stem_for");
    private static final List<String> STATUS = PlainName.Words.raw("stem_status");
    private static final List<String> APPROVAL = PlainName.Words.raw("stem_approval");
    private static final Set<String> NEVER = Set.copyOf(PlainName.Words.raw("stem_never"));
    private static final Set<String> DATE = Set.copyOf(PlainName.Words.raw("stem_date"));
    private static final Set<String> NOT = Set.of("not", "non", "no", "nicht", "pas", "niet", "nie", "не", "nao", "un");

    private SpokenName() {}

    static Optional<EntryField> of(String plain) {
        List<String> words = Arrays.asList(plain.split(" ", -1));
        if (words.size() > 6 || words.stream().anyMatch(NEVER::contains)) {
            return Optional.empty();
        }
        boolean date = words.stream().anyMatch(DATE::contains) || words.getLast().equals("on");
        boolean negated = words.stream().anyMatch(NOT::contains);
        if (speaks(plain, words, HIDDEN)) {
            return Optional.of(negated ? EntryField.PUBLISHED : says(plain, words, date));
        }
        if (date) {
            return Optional.empty();
        }
        return speaks(plain, words, APPROVAL)
                ? Optional.of(EntryField.APPROVAL)
                : speaks(plain, words, FOR)
                        ? Optional.of(EntryField.AUDIENCE)
                        : speaks(plain, words, STATUS)
                                ? Optional.of(EntryField.STATUS)
                                : speaks(plain, words, SHOWN)
                                        ? Optional.of(negated ? EntryField.DRAFT : EntryField.PUBLISHED)
                                        : Optional.empty();
    }

    /** "Archive state" and "restricted access" hold words, not yes or no. */
    private static EntryField says(String plain, List<String> words, boolean date) {
        return !date && speaks(plain, words, STATUS) ? EntryField.STATUS : EntryField.DRAFT;
    }

    private static boolean speaks(String plain, List<String> words, List<String> stems) {
        return stems.stream().anyMatch(stem -> stem.contains(" ")
                ? (" " + plain + " ").contains(" " + stem + " ")
                : isUnparted(stem)
                        ? plain.contains(stem)
                        : stem.endsWith(".")
                                ? words.contains(stem.substring(0, stem.length() - 1))
                                : words.stream().anyMatch(word -> word.startsWith(stem)));
    }

    private static boolean isUnparted(String stem) {
        UnicodeScript script = UnicodeScript.of(stem.codePointAt(0));
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, ARABIC -> true;
            default -> false;
        };
    }
}
