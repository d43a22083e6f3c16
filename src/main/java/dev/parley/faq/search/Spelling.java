package dev.parley.faq.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parley.embedding.EnglishWords;

/**
 * Corrects typing errors with the words of the shop's entries. Keeps known words of the entries and of English,
 * numbers, codes and addresses; expands abbreviations. A remaining word close to a word of the shop is corrected;
 * others count as names.
 */
public final class Spelling {
    /** A longer text is a story, not a question. */
    private static final int MAX_WORDS = 60;
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    /** English words rarer than this are likelier typing errors: "oder", "cots". */
    private static final int RARE = 15_000;
    private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "ly", "er");
    private static final Pattern CHUNK = Pattern.compile("\\S+");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?");
    /** Scripts with letters and with spaces between words. */
    private static final Pattern SPELT = Pattern
            .compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{IsGreek}\\p{IsHebrew}\\p{IsArabic}\\p{M}'’]+");

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
        if (words.size() > MAX_WORDS) {
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

    /** Candidate words; skips codes and addresses. */
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

    /** "water proof" if the shop writes "waterproof". */
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
        // Short words have many neighbours; names and real words match others by chance.
        boolean name = !shouted && word.from() > 0 && Character.isUpperCase(word.typed().codePointAt(0));
        boolean doubtful = name || isForm(lower) || EnglishWords.rank(lower) >= 0;
        Optional<String> near = shop.nearest(lower, lower.length() >= LONG && !doubtful ? 2 : 1);
        return near.isPresent() ? near : WordSplitter.apart(lower, shop);
    }

    private boolean isKnown(String word) {
        int rank = EnglishWords.rank(word);
        return shop.hasWritten(word) || (rank >= 0 && rank < RARE) || word.indexOf('\'') >= 0
                || word.indexOf('’') >= 0;
    }

    /** True for an inflected form of a known word: "parcels", "refunding". */
    private boolean isForm(String word) {
        return ENDINGS.stream().filter(word::endsWith)
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .anyMatch(stem -> stem.length() > 2
                        && (isKnown(stem) || isKnown(stem + "e") || isKnown(stem.substring(0, stem.length() - 1))));
    }
}
