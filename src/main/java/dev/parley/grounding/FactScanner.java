package dev.parley.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Scans text incrementally, independent of how it was split: collects words while they may belong to a fact. */
final class FactScanner {
    private static final Pattern CITATION = Pattern.compile("\\[\\d{1,3}(?:\\s?[,;]\\s?\\d{1,3})*]");
    private static final Pattern CITATION_BEGINS = Pattern.compile("\\[[\\d\\s,;]{0,20}");
    /** Bounds the cost of a text without spaces. */
    private static final int LONGEST_CHUNK = 300;
    private static final int MAX_TOKENS = 60;
    private static final String BREAKS = "()[]{}<>\"“„«»（）「」";

    record Citation(int start, int end) {}

    private final boolean source;
    private final StringBuilder raw;
    private final List<TextToken> run;
    private final List<Fact> facts;
    private final List<Citation> citations;
    private int chunkStart;
    /** Start of a possible citation; negative if there is none. */
    private int bracket = -1;
    private boolean lineBegins = true;
    /** True if the collected words start a line with a number, as in a list. */
    private boolean listed;

    FactScanner(boolean source) {
        this.source = source;
        raw = new StringBuilder();
        run = new ArrayList<>();
        facts = new ArrayList<>();
        citations = new ArrayList<>();
    }

    private FactScanner(FactScanner other) {
        source = other.source;
        raw = new StringBuilder(other.raw);
        run = new ArrayList<>(other.run);
        facts = new ArrayList<>(other.facts);
        citations = new ArrayList<>(other.citations);
        chunkStart = other.chunkStart;
        bracket = other.bracket;
        lineBegins = other.lineBegins;
        listed = other.listed;
    }

    FactScanner copy() {
        return new FactScanner(this);
    }

    static boolean isIdeograph(char c) {
        return (c >= 0x3001 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xff01 && c <= 0xff65) || (c >= 0x0e00 && c <= 0x0e7f);
    }

    void read(String text) {
        for (int i = 0; i < text.length(); i++) {
            raw.append(text.charAt(i));
            next(raw.length() - 1);
        }
        settle();
    }

    void finish() {
        bracket = -1;
        endChunk(raw.length());
        endRun();
    }

    List<Fact> facts() {
        return facts;
    }

    List<Citation> citations() {
        return citations;
    }

    int length() {
        return raw.length();
    }

    char charAt(int at) {
        return raw.charAt(at);
    }

    String text(int from, int to) {
        return raw.substring(from, to);
    }

    private void next(int at) {
        if (bracket >= 0 && !citation(at)) {
            return;
        }
        char c = Plain.of(raw.charAt(at));
        if (c == '[') {
            endChunk(at);
            bracket = at;
            chunkStart = at;
        } else if (c == '\n') {
            endChunk(at);
            endRun();
            lineBegins = true;
            chunkStart = at + 1;
        } else if (Character.isWhitespace(c)) {
            endChunk(at);
            chunkStart = at + 1;
        } else if (isIdeograph(c) || BREAKS.indexOf(c) >= 0) {
            endChunk(at);
            accept(sign(c, at));
            chunkStart = at + 1;
        } else if (at - chunkStart >= LONGEST_CHUNK) {
            endChunk(at);
            chunkStart = at;
        }
    }

    /** True if the character does not belong to a possible citation and is scanned normally. */
    private boolean citation(int at) {
        String text = raw.substring(bracket, at + 1);
        if (CITATION.matcher(text).matches()) {
            endRun();
            citations.add(new Citation(bracket, at + 1));
            bracket = -1;
            chunkStart = at + 1;
            return false;
        }
        if (CITATION_BEGINS.matcher(text).matches()) {
            return false;
        }
        int from = bracket;
        bracket = -1;
        accept(sign('[', from));
        chunkStart = from + 1;
        for (int i = from + 1; i < at; i++) {
            next(i);
        }
        return true;
    }

    private static TextToken sign(char c, int at) {
        String text = String.valueOf(c);
        boolean ideograph = isIdeograph(c);
        return new TextToken(ideograph ? TextToken.Type.IDEOGRAPH : TextToken.Type.SIGN, text, at, at + 1, null,
                c == '"' || ideograph ? null : FactWords.of(text));
    }

    private void endChunk(int end) {
        if (chunkStart >= end) {
            return;
        }
        String chunk = plain(chunkStart, end);
        int start = chunkStart;
        chunkStart = end;
        List<TextToken> tokens = TextChunk.tokens(chunk, start);
        for (int i = 0; i < tokens.size(); i++) {
            accept(tokens.get(i), i == tokens.size() - 1);
        }
    }

    private String plain(int start, int end) {
        char[] chars = new char[end - start];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Plain.of(raw.charAt(start + i));
        }
        return new String(chars);
    }

    private void accept(TextToken token) {
        accept(token, true);
    }

    private void accept(TextToken token, boolean last) {
        boolean dialled = token.is("(") && run.size() > 1 && run.get(run.size() - 2).is("+");
        boolean dateGoesOn = token.is(",") && run.stream().anyMatch(each -> each.month() > 0);
        boolean ends = token.separates() || (token.is(".") && last && !mayGoOn());
        if (run.size() >= MAX_TOKENS) {
            endRun();
        }
        if (!ends || dateGoesOn || dialled) {
            listed = listed || (lineBegins && run.isEmpty() && token.type() == TextToken.Type.NUMBER);
            lineBegins = lineBegins && token.is("-");
            if (!token.is("-") || !run.isEmpty()) {
                run.add(token);
            }
            return;
        }
        endRun();
        if (token.type() == TextToken.Type.EMAIL || token.type() == TextToken.Type.LINK) {
            Fact.Kind kind = Fact.Kind.valueOf(token.type().name());
            facts.add(new Fact(kind, raw.substring(token.start(), token.end()), token.start(), token.end(),
                    List.of(Fact.Reading.of(kind, "", token.text()))));
        }
    }

    /** A full stop after a day or an abbreviation does not end the sentence. */
    private boolean mayGoOn() {
        TextToken before = run.isEmpty() ? null : run.getLast();
        return before != null && (before.type() == TextToken.Type.NUMBER || before.type() == TextToken.Type.DATE
                || before.is(FactWords.Role.AM) || before.is(FactWords.Role.PM)
                || (before.month() > 0 && before.text().length() < 5));
    }

    private void endRun() {
        boolean marker = listed && run.size() > 1 && (run.get(1).is(".") || run.get(1).is(")"))
                && (run.size() == 2 || run.get(2).month() == 0);
        List<TextToken> words = marker ? run.subList(2, run.size()) : run;
        if (words.stream().anyMatch(word -> word.begins() || (source && word.counts()))) {
            facts.addAll(new FactReader(words, raw, source).facts());
        }
        run.clear();
        listed = false;
        lineBegins = false;
    }

    /** A started word that cannot be part of a fact ends the collection. */
    private void settle() {
        if (bracket < 0 && !run.isEmpty() && chunkStart < raw.length()) {
            String begun = plain(chunkStart, raw.length());
            if (begun.length() > 1 && TextChunk.isLetters(begun) && !FactWords.mayGrow(begun)) {
                endRun();
            }
        }
    }

    /** The length that may be shown: everything except a possible fact or citation, and trailing space. */
    int settled() {
        int held = raw.length();
        if (bracket >= 0) {
            held = bracket;
        } else if (chunkStart < held) {
            held = heldOfChunk();
        }
        TextToken first = firstOfFact();
        if (first != null) {
            held = Math.min(held, first.start());
        }
        while (held > 0 && raw.charAt(held - 1) == ' ') {
            held--;
        }
        return held;
    }

    private int heldOfChunk() {
        String begun = plain(chunkStart, raw.length());
        int letters = 0;
        while (letters < begun.length() && Character.isLetter(begun.charAt(letters))) {
            letters++;
        }
        FactWords.Entry word = FactWords.of(begun.substring(0, letters));
        return word != null && word.begins() ? chunkStart : chunkStart + letters;
    }

    private @Nullable TextToken firstOfFact() {
        for (TextToken token : run) {
            if (token.begins()) {
                return token;
            }
        }
        return null;
    }
}
