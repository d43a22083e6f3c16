package dev.parley.faq.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.embedding.EnglishWords;

/**
 * Mends typing errors in a question by the words of the shop's entries. A word that the entries have stays, and so does one that English
 * has, a number, a code, an address. Short forms are written in full. What is left is a name or a slip, and a slip is near a word of the shop's.
 */
public final class Spelling {
    /** Not more: a long text is a story, not a question. */
    private static final int MOST_WORDS = 60;
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    /** Words of English that are rarer than this are more often slips: "oder", "cots". */
    private static final int RARE = 15_000;
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "ly", "er");
    private static final Pattern CHUNK = Pattern.compile("\\S+");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?");
    /** Scripts that part words with spaces and have letters, so that a slip changes one. */
    private static final Pattern SPELT = Pattern
            .compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{IsHebrew}\\p{IsArabic}\\p{M}'’]+");

    /** A text, and what was mended in it. */
    public record Mended(String text, List<Correction> corrections) {}

    private record Word(String typed, int from, int to) {
        String lower() {
            return typed.toLowerCase(Locale.ROOT);
        }
    }

    private final LexicalIndex shop;
    private final String text;
    private final boolean shouted;
    private final List<Correction> corrections = new ArrayList<>();

    private Spelling(LexicalIndex shop, String text) {
        this.shop = shop;
        this.text = text;
        this.shouted = text.equals(text.toUpperCase(Locale.ROOT));
    }

    static Mended mend(String text, LexicalIndex shop) {
        Spelling spelling = new Spelling(shop, text);
        String mended = spelling.mended();
        return new Mended(mended, List.copyOf(spelling.corrections));
    }

    private String mended() {
        List<Word> words = words();
        if (words.size() > MOST_WORDS) {
            return text;
        }
        StringBuilder mended = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            Word next = i + 1 < words.size() ? words.get(i + 1) : null;
            boolean pulledApart = next != null && text.substring(word.to(), next.from()).isBlank()
                    && isOneWord(word.lower(), next.lower());
            Optional<String> meant = pulledApart && next != null
                    ? Optional.of(word.lower() + next.lower())
                    : meant(word);
            if (meant.isPresent()) {
                int end = pulledApart && next != null ? next.to() : word.to();
                mended.append(text, copied, word.from()).append(meant.get());
                corrections.add(new Correction(text.substring(word.from(), end), meant.get()));
                copied = end;
                i += pulledApart ? 1 : 0;
            }
        }
        return mended.append(text.substring(copied)).toString();
    }

    /** Words that may be slips: not within codes and addresses. */
    private List<Word> words() {
        List<Word> words = new ArrayList<>();
        Matcher chunks = CHUNK.matcher(text);
        while (chunks.find()) {
            if (chunks.group().chars().anyMatch(c -> Character.isDigit(c) || c == '@' || c == '_' || c == '\\')
                    || chunks.group().matches(".*\\p{L}[./:]+\\p{L}.*")) {
                continue;
            }
            Matcher letters = LETTERS.matcher(chunks.group());
            while (letters.find()) {
                words.add(new Word(letters.group(), chunks.start() + letters.start(), chunks.start() + letters.end()));
            }
        }
        return words;
    }

    /** "water proof" where the shop writes "waterproof". */
    private boolean isOneWord(String first, String second) {
        return first.length() > 1 && second.length() > 1 && first.length() + second.length() >= LONG
                && shop.hasWritten(first + second);
    }

    private Optional<String> meant(Word word) {
        String lower = word.lower();
        Optional<String> inFull = shop.hasWritten(lower) ? Optional.empty() : ShortForms.inFull(lower);
        if (inFull.isPresent()) {
            return inFull;
        }
        boolean code = !shouted && lower.length() > 1 && !lower.equals(word.typed())
                && word.typed().equals(word.typed().toUpperCase(Locale.ROOT));
        if (code || lower.length() < SHORTEST || !SPELT.matcher(lower).matches() || isKnown(lower)) {
            return Optional.empty();
        }
        // A short word has many neighbours; a name, or a word that is one after all, is near others by chance.
        boolean name = !shouted && word.from() > 0 && Character.isUpperCase(word.typed().codePointAt(0));
        boolean doubtful = name || isForm(lower) || EnglishWords.rank(lower) >= 0;
        Optional<String> near = shop.nearest(lower, lower.length() >= LONG && !doubtful ? 2 : 1);
        return near.isPresent() ? near : Glued.apart(lower, shop);
    }

    private boolean isKnown(String word) {
        int rank = EnglishWords.rank(word);
        return shop.hasWritten(word) || (rank >= 0 && rank < RARE) || word.indexOf('\'') >= 0
                || word.indexOf('’') >= 0;
    }

    /** Whether it is made of a word by an ending: "parcels", "refunding". */
    private boolean isForm(String word) {
        return ENDINGS.stream().filter(word::endsWith)
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .anyMatch(stem -> stem.length() > 2
                        && (isKnown(stem) || isKnown(stem + "e") || isKnown(stem.substring(0, stem.length() - 1))));
    }
}
