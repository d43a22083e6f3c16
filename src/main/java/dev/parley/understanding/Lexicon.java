package dev.parley.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** All languages' phrases, from {@code understanding/}: lines {@code sense: phrase, phrase}; {@code *} is any end. */
final class Lexicon {
    /** By frequency: an ambiguous phrase goes to the first. */
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr", "ar",
            "zh",
            "ja", "ko", "uk", "cs", "sv", "da", "no", "fi", "ro", "hu", "el", "he", "hi", "vi", "id", "th");

    private final Node root = new Node();
    private final LexiconSpelling spelling;

    private static final class Node {
        /** Most nodes have none. */
        Map<String, Node> next = Map.of();
        @Nullable
        Phrase phrase;

        Node add(String word) {
            if (next.isEmpty()) {
                next = new HashMap<>(2);
            }
            return next.computeIfAbsent(word, fresh -> new Node());
        }
    }

    private static final class Files {
        static final Lexicon LEXICON = new Lexicon();
    }

    static Lexicon get() {
        return Files.LEXICON;
    }

    private Lexicon() {
        Set<String> words = new HashSet<>();
        read(Phrase.EVERYWHERE, words);
        LANGUAGES.forEach(language -> read(language, words));
        spelling = new LexiconSpelling(words);
    }

    /** Splits a clause into the longest known phrases and single unknown words. */
    List<Span> read(List<MessageToken> clause) {
        List<List<String>> spellings = clause.stream()
                .map(token -> token.isWord() ? spelling.of(token.text()) : List.of(token.text())).toList();
        List<Span> spans = new ArrayList<>();
        for (int at = 0; at < clause.size(); at = spans.getLast().to()) {
            spans.add(longest(clause, spellings, at));
        }
        return spans;
    }

    private Span longest(List<MessageToken> tokens, List<List<String>> spellings, int at) {
        Phrase known = tokens.get(at).kind() == MessageToken.Kind.EMOJI ? Phrase.EMOJI : Phrase.UNKNOWN;
        int end = at;
        List<Node> reached = List.of(root);
        for (int i = at; i < tokens.size() && !reached.isEmpty(); i++) {
            reached = further(reached, spellings.get(i));
            for (Node node : reached) {
                if (node.phrase != null && end <= i) {
                    known = node.phrase;
                    end = i + 1;
                }
            }
        }
        return new Span(at, Math.max(end, at + 1), known);
    }

    private static List<Node> further(List<Node> reached, List<String> words) {
        List<Node> further = new ArrayList<>(2);
        for (Node node : reached) {
            for (String word : words) {
                Node next = node.next.get(word);
                if (next != null) {
                    further.add(next);
                }
            }
        }
        return further;
    }

    private void read(String language, Set<String> words) {
        for (String line : text("understanding/" + language + ".txt").split("\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.startsWith("#")) {
                Sense sense = Sense.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
                for (String phrase : line.substring(colon + 1).split(",", -1)) {
                    put(language, sense, phrase.strip(), words);
                }
            }
        }
    }

    private void put(String language, Sense sense, String phrase, Set<String> words) {
        Node node = root;
        boolean stem = phrase.endsWith("*");
        List<MessageToken> tokens = MessageToken.of(phrase);
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).text() + (stem && i == tokens.size() - 1 ? "*" : "");
            words.add(word);
            node = node.add(word);
        }
        if (node.phrase == null) {
            node.phrase = new Phrase();
        }
        node.phrase.add(language, sense);
    }

    static String text(String name) {
        try (InputStream file = Lexicon.class.getClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The file " + name + " is not on the class path.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
