package dev.parley.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * A BERT tokenizer, equal to the reference tokenizer (a test compares them). The reference unpacks a native library
 * into the home directory, which a locked-down container does not have.
 */
final class WordPiece {
    /** The models' training limit, including the two special tokens. */
    static final int MAX_TOKENS = 512;
    private static final int UNKNOWN = 100;
    private static final int START = 101;
    private static final int END = 102;
    private static final int MAX_WORD = 100;

    private final Map<String, Integer> vocabulary;

    private WordPiece(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The id of a whole word in lower case; more frequent words have smaller ids. Null if the word is split. */
    @Nullable
    Integer number(String word) {
        return word.startsWith("##") ? null : vocabulary.get(word);
    }

    static WordPiece read(InputStream tokenizerJson) {
        Map<String, Integer> vocabulary = new HashMap<>(48_000);
        try (JsonParser json = new JsonFactory().createParser(tokenizerJson)) {
            while (!(json.nextToken() == JsonToken.START_OBJECT && "vocab".equals(json.currentName()))) {
                if (json.currentToken() == null) {
                    throw new IllegalStateException("The tokenizer file has no vocabulary.");
                }
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                vocabulary.put(json.currentName(), json.nextIntValue(UNKNOWN));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WordPiece(vocabulary);
    }

    long[] encode(String text) {
        List<Integer> tokens = new ArrayList<>();
        tokens.add(START);
        StringBuilder word = new StringBuilder();
        String normal = normalise(text);
        for (int i = 0; i < normal.length() && tokens.size() < MAX_TOKENS;) {
            int c = normal.codePointAt(i);
            i += Character.charCount(c);
            boolean alone = isPunctuation(c) || isHan(c);
            if (alone || isSpace(c)) {
                addWord(word, tokens);
            }
            if (alone) {
                addWord(word.appendCodePoint(c), tokens);
            } else if (!isSpace(c)) {
                word.appendCodePoint(c);
            }
        }
        addWord(word, tokens);
        List<Integer> kept = tokens.subList(0, Math.min(tokens.size(), MAX_TOKENS - 1));
        long[] ids = new long[kept.size() + 1];
        for (int i = 0; i < kept.size(); i++) {
            ids[i] = kept.get(i);
        }
        ids[kept.size()] = END;
        return ids;
    }

    /** Greedy longest match. A word with an unknown piece is unknown as a whole. */
    private void addWord(StringBuilder word, List<Integer> tokens) {
        if (word.isEmpty()) {
            return;
        }
        String whole = word.toString();
        word.setLength(0);
        int before = tokens.size();
        int from = whole.codePointCount(0, whole.length()) > MAX_WORD ? -1 : 0;
        while (from >= 0 && from < whole.length()) {
            int to = whole.length();
            Integer id = null;
            for (; to > from; to--) {
                id = vocabulary.get(from == 0 ? whole.substring(0, to) : "##" + whole.substring(from, to));
                if (id != null) {
                    tokens.add(id);
                    break;
                }
            }
            from = id == null ? -1 : to;
        }
        if (from < 0) {
            tokens.subList(before, tokens.size()).clear();
            tokens.add(UNKNOWN);
        }
    }

    private static String normalise(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().filter(c -> !isNoise(c))
                .map(Character::toLowerCase)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isNoise(int c) {
        int type = Character.getType(c);
        return c == 0 || c == 0xfffd || type == Character.NON_SPACING_MARK || (!isSpace(c) && (type == Character.CONTROL
                || type == Character.FORMAT || type == Character.PRIVATE_USE || type == Character.UNASSIGNED
                || type == Character.SURROGATE));
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isPunctuation(int c) {
        if (c < 0x80) {
            return c >= 33 && !Character.isLetterOrDigit(c) && c != 0x7f;
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                true;
            default -> false;
        };
    }

    private static boolean isHan(int c) {
        return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x20000 && c <= 0x2ceaf)
                || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2f800 && c <= 0x2fa1f);
    }
}
